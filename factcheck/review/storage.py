"""Small shared files that are rewritten whole: under a lock, in one step, so that neither a second process nor a kill loses anything.

The lock is on the folder (POSIX) or on a file beside the target (Windows); it is freed by the system when its holder dies.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.errors import FactcheckError

__all__ = ["LOCK_SECONDS", "lock_beside", "read_bytes", "rewrite_file"]

LOCK_SECONDS = 60.0
"""How long to wait for another process; each holds the lock for milliseconds."""


def read_bytes(path: Path) -> bytes | None:
    """The file's bytes, None when there is no such file. FactcheckError when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FactcheckError(f"cannot be read: {error.strerror or error}", where=str(path)) from None


def rewrite_file(path: Path, change: Callable[[bytes | None], bytes | None]) -> None:
    """Replace the file by what `change` makes of its bytes (None: there is no file). Nothing is written when it returns None or the same.

    Reading, changing and replacing are one step for every other process that writes through this function; whoever only reads sees the
    old file or the new one. A link is followed, permissions are kept. FactcheckError when the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with lock_beside(target):
            before = read_bytes(target)
            after = change(before)
            if after is not None and after != before:
                _replace(target, after)
    except OSError as error:
        raise FactcheckError(
            f"cannot be written: {error.strerror or error}", where=str(path), hint="check the folder and its permissions"
        ) from error


def _replace(target: Path, data: bytes) -> None:
    part = target.with_name(f".{target.name}.part")  # one name: only the holder of the lock writes it, and what a kill left is taken over
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_read_umask()
    try:
        _write_part(part, data, mode)
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if sys.platform != "win32":
        with _opened(target.parent) as folder:
            os.fsync(folder)


def _write_part(part: Path, data: bytes, mode: int) -> None:
    """Write and flush a file beside the target. On Linux it has no name until it is whole, so that a kill leaves nothing behind."""
    part.unlink(missing_ok=True)
    nameless: int = getattr(os, "O_TMPFILE", 0)
    if nameless:
        try:
            with open(os.open(part.parent, nameless | os.O_WRONLY, mode), "wb") as file:
                _fill(file.fileno(), data, mode)
                os.link(f"/proc/self/fd/{file.fileno()}", part, follow_symlinks=True)
                return
        except OSError:
            part.unlink(missing_ok=True)  # a file system or a container without that: the plain way
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        _fill(file.fileno(), data, mode)


def _fill(handle: int, data: bytes, mode: int) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    if sys.platform != "win32":
        os.fchmod(handle, mode)
    os.fsync(handle)


def _read_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


@contextlib.contextmanager
def lock_beside(target: Path) -> Iterator[None]:
    """Hold the lock that all writers of `target` take. FactcheckError when another process holds it for LOCK_SECONDS."""
    if sys.platform == "win32":
        import msvcrt

        handle = os.open(target.with_name(f".{target.name}.lock"), os.O_RDWR | os.O_CREAT)

        def take() -> None:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    else:
        import fcntl

        handle = os.open(target.parent, os.O_RDONLY)

        def take() -> None:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    try:
        _wait(take, target)
        yield
    finally:
        os.close(handle)


def _wait(take: Callable[[], None], target: Path) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            take()
            return
        except (BlockingIOError, PermissionError):
            if time.monotonic() > deadline:
                raise FactcheckError(
                    "another process is writing here", where=str(target), hint="wait for it, or end it if it hangs, and try again"
                ) from None
            time.sleep(0.02)
