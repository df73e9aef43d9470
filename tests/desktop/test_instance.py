"""One window to a book: however many start at once, however the first ended, by whichever way to the book."""

import errno
import os
import select
import stat
import sys
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from refdesk.desktop import paths
from refdesk.desktop.instance import LONGEST, Instance, NullInstance, claim_or_ask, system_instance
from refdesk.desktop.instance_unix import UnixInstance
from refdesk.desktop.instance_windows import WindowsInstance
from tests.storage import children


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "data" / "book.refdesk"


@pytest.fixture
def runtime(tmp_path: Path) -> Path:
    return tmp_path / "run"


@pytest.fixture
def first(book: Path, runtime: Path) -> UnixInstance:
    """The window that has the book."""
    instance = UnixInstance(book, runtime)
    assert instance.claim()
    return instance


def pipe_of(runtime: Path) -> Path:
    (pipe,) = (runtime / "refdesk").iterdir()
    return pipe


def test_a_second_start_raises_the_first(book: Path, runtime: Path, first: UnixInstance) -> None:
    assert not first.is_asked_to_raise()
    second = UnixInstance(book, runtime)
    assert claim_or_ask(second) is False
    number = first.fileno()
    assert number is not None
    assert select.select([number], [], [], 1)[0]
    assert first.is_asked_to_raise()
    assert not first.is_asked_to_raise()
    assert not select.select([number], [], [], 0)[0]


def test_a_book_in_a_folder_that_takes_no_lock_has_one_window_too(
    book: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.parent.mkdir()
    book.touch()
    opened = os.open

    def read_only(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:  # the superuser, whom no mode stops, may run the tests
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", read_only)
    first = UnixInstance(book, runtime)
    assert first.claim()
    assert claim_or_ask(UnixInstance(book, runtime)) is False
    assert first.is_asked_to_raise()
    first.release()
    assert list(book.parent.iterdir()) == [book]


def test_another_book_has_a_window_of_its_own(book: Path, runtime: Path, first: UnixInstance) -> None:
    other = UnixInstance(book.with_name("other.refdesk"), runtime)
    assert claim_or_ask(other)
    assert not first.is_asked_to_raise()


def test_once_released_the_next_may_have_it(book: Path, runtime: Path, first: UnixInstance) -> None:
    first.release()
    first.release()
    assert first.fileno() is None
    assert not first.is_asked_to_raise()
    assert claim_or_ask(UnixInstance(book, runtime))


def test_another_way_to_the_folder_is_the_same_book(
    tmp_path: Path, book: Path, runtime: Path, first: UnixInstance
) -> None:
    (tmp_path / "alias").symlink_to(book.parent)
    assert claim_or_ask(UnixInstance(tmp_path / "alias" / book.name, runtime)) is False
    assert first.is_asked_to_raise()


def test_of_many_that_start_at_once_one_has_the_window(book: Path, runtime: Path) -> None:
    gate_reading, gate_writing = os.pipe()

    def work(say: children.Say) -> None:
        os.close(gate_writing)
        os.read(gate_reading, 1)
        instance = UnixInstance(book, runtime)
        say("first" if claim_or_ask(instance) else "second")
        select.select([], [], [], 1.1)  # stays, as a window does

    for _ in range(2):
        started = [children.Child(work) for _ in range(20)]
        os.write(gate_writing, b"x" * 20)
        said = [line for child in started for line in child.join().lines]
        assert sorted(said) == ["first"] + ["second"] * 19
    os.close(gate_reading)
    os.close(gate_writing)


def test_after_a_kill_the_next_start_needs_no_help(book: Path, runtime: Path) -> None:
    def work(say: children.Say) -> None:
        say(UnixInstance(book, runtime).claim())
        select.select([], [], [], 30)

    child = children.Child(work)
    child.wait_for("True")
    assert not UnixInstance(book, runtime).claim()
    child.kill()
    assert (book.with_name("book.refdesk.lock")).exists()
    instance = UnixInstance(book, runtime)
    assert claim_or_ask(instance)
    assert UnixInstance(book, runtime).ask_to_raise()
    assert instance.is_asked_to_raise()


def test_only_its_user_can_reach_it(runtime: Path, book: Path) -> None:
    before = os.umask(0)
    try:
        assert UnixInstance(book, runtime).claim()
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (runtime / "refdesk", pipe_of(runtime))}
    assert modes == {runtime / "refdesk": 0o700, pipe_of(runtime): 0o600}
    assert stat.S_IMODE(book.with_name("book.refdesk.lock").stat().st_mode) == 0o600


def test_a_folder_that_others_could_enter_is_closed(book: Path, runtime: Path) -> None:
    (runtime / "refdesk").mkdir(parents=True)
    (runtime / "refdesk").chmod(0o777)
    instance = UnixInstance(book, runtime)
    assert instance.claim()
    assert stat.S_IMODE((runtime / "refdesk").stat().st_mode) == 0o700


def test_a_name_that_is_taken_is_not_used(book: Path, runtime: Path, tmp_path: Path) -> None:
    runtime.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (runtime / "refdesk").symlink_to(tmp_path / "elsewhere")
    instance = UnixInstance(book, runtime)
    assert instance.claim()
    assert instance.fileno() is None
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_window_that_cannot_be_asked_is_a_window_all_the_same(book: Path, runtime: Path) -> None:
    runtime.write_text("no folder")
    instance = UnixInstance(book, runtime)
    assert claim_or_ask(instance)
    assert instance.fileno() is None


def test_asking_is_given_up_after_a_second(
    book: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch, first: UnixInstance
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("refdesk.desktop.instance.time.sleep", slept.append)
    pipe_of(runtime).unlink()
    assert claim_or_ask(UnixInstance(book, runtime)) is False
    assert sum(slept) == pytest.approx(1)


def test_a_folder_of_somebody_else_is_not_used(book: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = os.getuid()
    monkeypatch.setattr("refdesk.desktop.instance_unix.os.getuid", lambda: user + 1)
    instance = UnixInstance(book, runtime)
    assert instance.claim()
    assert instance.fileno() is None
    assert not UnixInstance(book, runtime).ask_to_raise()


def test_a_plain_file_in_the_pipes_place_is_not_written(book: Path, runtime: Path, first: UnixInstance) -> None:
    pipe = pipe_of(runtime)
    pipe.unlink()
    pipe.write_bytes(b"kept")
    assert not UnixInstance(book, runtime).ask_to_raise()
    assert pipe.read_bytes() == b"kept"


def test_a_pipe_that_nobody_reads_fails_at_once(book: Path, runtime: Path, first: UnixInstance) -> None:
    """A window that hangs: its pipe is full."""
    second = UnixInstance(book, runtime)
    sent = 0
    while second.ask_to_raise():
        sent += 1
    assert sent > 1000
    assert first.is_asked_to_raise()


def test_messages_of_another_kind_mean_nothing(runtime: Path, first: UnixInstance) -> None:
    random = Random(7)
    messages = [random.randbytes(random.randrange(LONGEST)) for _ in range(1000)]
    messages += [b"quit\n", b"raise", b"RAISE\n", b"raise \n", b"\n", b"praise\n", b"\0" * LONGEST]
    for message in messages:
        write(runtime, message)
        assert not first.is_asked_to_raise()
    write(runtime, b"raise\n")
    assert first.is_asked_to_raise()


def test_a_megabyte_does_no_harm(runtime: Path, first: UnixInstance) -> None:
    pipe = os.open(pipe_of(runtime), os.O_WRONLY | os.O_NONBLOCK)
    for _ in range(1024):
        try:
            os.write(pipe, b"x" * 1024)
        except BlockingIOError:
            assert not first.is_asked_to_raise()
    os.close(pipe)
    assert not first.is_asked_to_raise()
    write(runtime, b"\nraise\n")
    assert first.is_asked_to_raise()


def write(runtime: Path, message: bytes) -> None:
    with pipe_of(runtime).open("wb", buffering=0) as pipe:
        pipe.write(message)


def test_every_system_has_its_way(book: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace())
    kinds = {system: type(system_instance(book, runtime, system)) for system in ("linux", "darwin", "win32", "other")}
    assert kinds == {"linux": UnixInstance, "darwin": UnixInstance, "win32": WindowsInstance, "other": NullInstance}


def test_where_there_are_no_locks_every_start_is_the_first() -> None:
    null: Instance = NullInstance()
    assert claim_or_ask(null)
    assert (null.ask_to_raise(), null.fileno(), null.is_asked_to_raise()) == (False, None, False)
    null.release()


def test_on_windows_a_mark_beside_the_book_asks(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []

    def locking(descriptor: int, mode: int, count: int) -> None:
        inode = os.fstat(descriptor).st_ino
        if inode in held:
            raise PermissionError
        held.append(inode)

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    one, two = WindowsInstance(book), WindowsInstance(book)
    assert claim_or_ask(one)
    assert not one.is_asked_to_raise()
    assert claim_or_ask(two) is False
    assert one.is_asked_to_raise()
    assert not one.is_asked_to_raise()
    assert one.fileno() is None
    one.release()


def test_passing_things_lie_in_the_sessions_folder_or_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert str(paths.runtime_folder()) == os.environ["XDG_RUNTIME_DIR"]
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert paths.runtime_folder().is_relative_to(Path.home())
    assert paths.config_folder().is_relative_to(Path.home())
