"""What a stranger's eye, a keyboard and a screen reader would find wrong with a window, as lists of complaints."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from refdesk.gui.theme.fonts import REGULAR
from refdesk.gui.theme.theme import Theme
from refdesk.gui.widgets import painting
from refdesk.gui.widgets.delegate import RowDelegate
from refdesk.gui.widgets.rows import Row, RowRole, RowShape

WORKED = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)
"""What a user can work."""
ONE_LINE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QLabel)
"""What has a size below which something of it is cut."""


def worked(whole: QWidget) -> Iterator[QWidget]:
    """Everything in there that a user can see and work now; the parts of a combo or of a spin box go with it."""
    for widget in whole.findChildren(QWidget):
        if isinstance(widget, WORKED) and widget.isVisible() and widget.isEnabled() and not _is_inner(widget):
            yield widget


def cut(whole: QWidget) -> list[str]:
    """What is smaller than it has to be, or reaches beyond what it stands in; scroll areas may hide what is below."""
    found: list[str] = []
    for widget in whole.findChildren(QWidget):
        if isinstance(widget, ONE_LINE) and widget.isVisible() and not _is_inner(widget):
            found += [f"{told(widget)}: {why}" for why in (_too_small(widget), _beyond(widget, whole)) if why]
    return found


def elided(whole: QWidget, theme: Theme, *, second: bool) -> list[str]:
    """The first lines of rows that were shortened, and with `second` the second ones too."""
    found: list[str] = []
    for rows in whole.findChildren(QAbstractItemView):
        delegate = rows.itemDelegate()
        if not rows.isVisible() or not isinstance(delegate, RowDelegate):
            continue
        for row, rect in shown_rows(rows):
            layout = delegate.layout(rect, row, rows.layoutDirection())
            shape: RowShape = delegate._shape
            first_font = theme.fonts.font(shape.title, shape.title_weight)
            if painting.text_width(row.title, first_font) > layout.title.width():
                found.append(f"{told(rows)}: first line {row.title!r}")
            second_font = theme.fonts.font(shape.second, REGULAR)
            if second and painting.text_width(row.second, second_font) > layout.second.width():
                found.append(f"{told(rows)}: second line {row.second!r}")
    return found


def shown_rows(rows: QAbstractItemView) -> Iterator[tuple[Row, QRect]]:
    """The rows that can be seen, each with its place in the list."""
    option, model = QStyleOptionViewItem(), rows.model()
    rows.initViewItemOption(option)
    for place in range(model.rowCount()):
        index = model.index(place, 0)
        rect = rows.visualRect(index)
        if rect.intersects(rows.viewport().rect()) and isinstance(row := index.data(RowRole.ROW), Row):
            yield row, rect


def unnamed(whole: QWidget) -> list[str]:
    """What a screen reader has no name for."""
    found: list[str] = []
    for widget in worked(whole):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            found.append(told(widget))
    return found


def unspoken(whole: QWidget) -> list[str]:
    """The rows of lists that say nothing to a screen reader."""
    found: list[str] = []
    for rows in whole.findChildren(QAbstractItemView):
        if rows.isVisible():
            indexes = [rows.model().index(place, 0) for place in range(rows.model().rowCount())]
            seen = [index for index in indexes if rows.visualRect(index).intersects(rows.viewport().rect())]
            silent = [index.row() for index in seen if not index.data(Qt.ItemDataRole.AccessibleTextRole)]
            found += [f"{told(rows)}: row {row}" for row in silent]
    return found


def grouped(widget: QWidget) -> list[QWidget]:
    """The buttons that the arrows reach from this one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return list(group.buttons()) if group is not None and group.exclusive() else []


def told(widget: QWidget) -> str:
    """Which one it is, for whoever reads that a test failed."""
    path: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(path) < 5:
        path.append(type(one).__name__)
        one = one.parentWidget()
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton | QLabel) else "")
    return f"{' < '.join(path)} {words!r}"


def _is_inner(widget: QWidget) -> bool:
    """Whether it belongs to Qt's own making of a larger control, which stands for it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit):
            return True
        parent = parent.parentWidget()
    return False


def _too_small(widget: QWidget) -> str:
    least = widget.minimumSizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        least.setHeight(max(least.height(), widget.heightForWidth(widget.width())))
    if widget.width() >= least.width() and widget.height() >= least.height():
        return ""
    return f"{widget.width()}x{widget.height()} where {least.width()}x{least.height()} is needed"


def _beyond(widget: QWidget, whole: QWidget) -> str:
    """Where it leaves an ancestor; below a scroll area that can scroll that way nothing is asked."""
    across = down = True
    above = widget.parentWidget()
    while above is not None:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and above is area.viewport():
            across = across and area.horizontalScrollBar().maximum() == 0
            down = down and area.verticalScrollBar().maximum() == 0
        place = QRect(widget.mapTo(above, QPoint()), widget.size())
        if across and (place.left() < 0 or place.right() >= above.width()):
            return f"{place.left()}..{place.right()} across in {type(above).__name__} of {above.width()}"
        if down and (place.top() < 0 or place.bottom() >= above.height()):
            return f"{place.top()}..{place.bottom()} down in {type(above).__name__} of {above.height()}"
        if above is whole:
            break
        above = above.parentWidget()
    return ""
