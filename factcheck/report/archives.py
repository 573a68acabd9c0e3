"""Office files are zip archives: made the same for the same content, and without a clock."""

from __future__ import annotations

import io
import re
import zipfile

__all__ = ["freeze_archive", "xml_text"]

#: The earliest moment a zip archive can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def freeze_archive(data: bytes) -> bytes:
    """The archive with every time in it set to 1980, its parts in their order; only the times change."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            info = zipfile.ZipInfo(part.filename, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = part.external_attr
            after.writestr(info, content)
    return written.getvalue()


def xml_text(text: str) -> str:
    """`text` with what XML cannot hold shown by its name, such as <U+0000>."""
    return _NOT_XML.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)
