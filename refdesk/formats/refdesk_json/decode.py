"""Plain JSON values to records: one decoder per annotated type, made once.

A decoder takes a value, the way to it and the report. What does not fit goes into the report and comes back
as None: as soon as there is one problem, nothing of the file is used.
"""

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, Final, Generic, TypeVar, get_args

from refdesk.domain.person import NamedDate, Person
from refdesk.domain.records import Entry
from refdesk.formats.refdesk_json.fields import REQUIRED, fields_of, is_plain_object, item_type
from refdesk.formats.refdesk_json.report import At, JsonReport
from refdesk.formats.refdesk_json.scalars import (
    UnfitValueError,
    clock,
    count,
    day,
    day_or_moment,
    flag,
    number,
    partial_day,
    plain_object,
    text,
    word_of,
)

Scalar = Callable[[Any], Any]
Decoder = Callable[[Any, At, JsonReport], Any]
R = TypeVar("R")

_SCALARS: Final[dict[Any, Scalar]] = {
    str: text,
    bool: flag,
    int: count,
    float: number,
    date: day,
    time: clock,
    date | datetime: day_or_moment,
}

_NARROWER: Final[dict[tuple[type, str], Scalar]] = {
    (Entry, "on"): day_or_moment,
    (Person, "birthday"): partial_day,
    (NamedDate, "on"): partial_day,
}
"""The fields whose annotation does not say all that their values must be."""


class RecordDecoder(Generic[R]):
    """The decoder of one record type."""

    def __init__(self, record: type[R]) -> None:
        self.record = record
        self._decoders: dict[str, Decoder] = {}
        self._defaults: dict[str, Any] = {}
        for each in fields_of(record):
            narrower = _NARROWER.get((record, each.name))
            self._decoders[each.name] = _decoder_of_scalar(narrower) if narrower else decoder_of(each.hint)
            if each.default is not REQUIRED:
                self._defaults[each.name] = each.default
        self.required = tuple(name for name in self._decoders if name not in self._defaults)

    def __call__(self, value: Any, at: At, report: JsonReport) -> R | None:
        """The record, or None where the report says why not."""
        given = self.fields(value, at, report)
        return None if given is None else self.record(**given)

    def fields(self, value: Any, at: At, report: JsonReport) -> dict[str, Any] | None:
        """The fields whose keys are present, those set back by null or "" with their defaults.

        None where the value is no object or a required key is missing.
        """
        if type(value) is not dict:
            report.refuse(at, "This must be an object.")
            return None
        given: dict[str, Any] = {}
        for key, part in value.items():
            if (part is None or part == "") and key in self._defaults:
                given[key] = self._defaults[key]
            elif (decode := self._decoders.get(key)) is None:
                report.warn((*at, key), "This key is unknown and was left out.")
            elif part is not None:
                given[key] = decode(part, (*at, key), report)
        if missing := [key for key in self.required if key not in given]:
            for key in missing:
                report.refuse((*at, key), "This is required.")
            return None
        if self.record is Entry:
            _part_moment(given)
        return given


def _part_moment(given: dict[str, Any]) -> None:
    """An entry's ``on`` into its day and its time, which are present or absent together."""
    on = given["on"]
    moment = isinstance(on, datetime)
    given["on"] = on.date() if moment else on
    given["at"] = on.time() if moment else None


@cache
def decoder_of(hint: Any) -> Decoder:
    """The decoder of one annotated type, ``None`` not being among its values."""
    if (item := item_type(hint)) is not None:
        return _decoder_of_list(decoder_of(item))
    if isinstance(hint, type) and is_dataclass(hint):
        return RecordDecoder(hint)
    if is_plain_object(hint):
        return _decoder_of_scalar(plain_object)
    return _decoder_of_scalar(_SCALARS.get(hint) or word_of(get_args(hint)))


def _decoder_of_scalar(take: Scalar) -> Decoder:
    def decode(value: Any, at: At, report: JsonReport) -> Any:
        try:
            return take(value)
        except UnfitValueError as error:
            return report.refuse(at, str(error))

    return decode


def _decoder_of_list(decode: Decoder) -> Decoder:
    def decode_all(value: Any, at: At, report: JsonReport) -> tuple[Any, ...] | None:
        if type(value) is not list:
            report.refuse(at, "This must be a list.")
            return None
        return tuple([decode(item, (*at, index), report) for index, item in enumerate(value)])

    return decode_all
