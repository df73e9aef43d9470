"""The style sheet for fields, combo boxes, buttons and panes; everything else is painted."""

from collections.abc import Callable

from refdesk.gui.theme.tokens import Tokens


def style_sheet(tokens: Tokens, px: Callable[[int], int]) -> str:
    """The application's style sheet; `px` turns designed pixels into those of the user's text size."""
    return "\n".join((_fields(tokens, px), _buttons(tokens), _panes(tokens), _scroll_bars(tokens)))


def _fields(tokens: Tokens, px: Callable[[int], int]) -> str:
    return f"""
QLineEdit, QComboBox[field="true"], QDateEdit, QTimeEdit, QSpinBox {{
    min-height: {px(28)}px; padding: 0 9px; border: 1px solid {tokens.border_strong}; border-radius: 6px;
    background: {tokens.base}; color: {tokens.text};
    selection-background-color: {tokens.accent}; selection-color: {tokens.on_accent};
}}
QTextEdit, QPlainTextEdit {{
    padding: 5px 7px; border: 1px solid {tokens.border_strong}; border-radius: 6px;
    background: {tokens.base}; color: {tokens.text};
    selection-background-color: {tokens.accent}; selection-color: {tokens.on_accent};
}}
QLineEdit:focus, QComboBox[field="true"]:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus {{
    border: 2px solid {tokens.focus}; min-height: {px(28) - 2}px; padding: 0 8px;
}}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    min-height: 0; padding: 0; border: none; background: transparent;
}}
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0; border: none; }}
QTextEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {tokens.focus}; padding: 4px 6px; }}
QComboBox[arrow="own"]::drop-down, QDateEdit[arrow="own"]::drop-down {{ border: none; width: {px(20)}px; }}
QLineEdit[kind="bare"], QPlainTextEdit[kind="bare"], QLineEdit[kind="bare"]:focus, QPlainTextEdit[kind="bare"]:focus {{
    border: none; padding: 0; background: transparent; min-height: 0;
}}
QLineEdit[kind="lead"], QPlainTextEdit[kind="lead"], QLineEdit[kind="lead"]:focus, QPlainTextEdit[kind="lead"]:focus {{
    border: none; padding: 0; background: transparent; min-height: 0; font-size: {px(15)}px;
}}
QTextEdit[pane="paper"], QTextEdit[pane="paper"]:focus {{
    border: none; border-radius: 0; padding: 0; background: transparent;
}}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox[field="true"]:disabled {{
    color: {tokens.disabled}; border-color: {tokens.border}; background: {tokens.panel};
}}"""


def _buttons(tokens: Tokens) -> str:
    return f"""
QPushButton {{ border: 1px solid {tokens.border}; border-radius: 6px; background: {tokens.raised}; }}
QPushButton:hover {{ background: {tokens.hover}; }}
QPushButton:pressed {{ background: {tokens.neutral_soft}; }}
QPushButton[kind="primary"] {{ border-color: {tokens.accent}; background: {tokens.accent}; }}
QPushButton[kind="primary"]:hover {{ border-color: {tokens.accent_hover}; background: {tokens.accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ border-color: {tokens.accent_pressed}; background: {tokens.accent_pressed}; }}
QPushButton[kind="ghost"], QPushButton[kind="link"] {{ border-color: transparent; background: transparent; }}
QPushButton[kind="ghost"]:hover, QPushButton[kind="link"]:hover {{ background: {tokens.hover}; }}
QPushButton[kind="ghost"]:pressed, QPushButton[kind="link"]:pressed {{ background: {tokens.neutral_soft}; }}
QPushButton[kind="toast"] {{ border-color: transparent; background: transparent; }}
QPushButton[kind="primary"]:disabled {{ border-color: {tokens.border}; background: {tokens.neutral_soft}; }}"""


def _panes(tokens: Tokens) -> str:
    return f"""
QFrame[pane="window"] {{ border: none; background: {tokens.window}; }}
QFrame[pane="base"] {{ border: none; background: {tokens.base}; }}
QFrame[pane="panel"] {{ border: none; background: {tokens.panel}; }}
QFrame[pane="card"] {{ border: 1px solid {tokens.border}; border-radius: 8px; background: {tokens.raised}; }}
QFrame[pane="current"] {{ border: 1px solid {tokens.accent_border}; border-radius: 8px; background: {tokens.raised}; }}
QFrame[pane="floating"] {{
    border: 1px solid {tokens.border_strong}; border-radius: 8px; background: {tokens.raised};
}}"""


def _scroll_bars(tokens: Tokens) -> str:
    return f"""
QScrollBar {{ border: none; background: transparent; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ border-radius: 3px; background: {tokens.border_strong}; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"""
