"""Read what a page sent. Anything may come: every function here returns what was asked for, or raises Refused."""

import json
import re
from typing import Any

from django.http import HttpRequest

from classroom.api.says import Refused
from classroom.grading.storable import storable
from classroom.lesson.copies import MAX_CELL, MAX_CELLS

KEY = re.compile(r"[0-9A-Za-z_-]{8,40}")
MAX_MEMORY = 256 << 10  # bytes
MAX_RUNG = 20
MAX_VERSION = 1 << 31


def read(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a request; its size is limited by the settings."""
    try:
        content = storable(json.loads(request.body, parse_constant=lambda _: None))
    except (ValueError, RecursionError):
        raise Refused("not_understood") from None
    if not isinstance(content, dict):
        raise Refused("not_understood")
    return content


def code(body: dict[str, Any]) -> str:
    return cell_source(body.get("code"))


def cell_source(source: Any) -> str:
    if not isinstance(source, str):
        raise Refused("not_understood")
    if len(source) > MAX_CELL:
        raise Refused("cell_too_long")
    return source.replace("\r\n", "\n")


def cells(body: dict[str, Any]) -> dict[str, str]:
    sent = body.get("cells")
    if not isinstance(sent, dict):
        raise Refused("not_understood")
    if len(sent) > MAX_CELLS:
        raise Refused("too_many_cells")
    return {cell: cell_source(source) for cell, source in sent.items()}


def base(body: dict[str, Any]) -> int:
    return whole(body.get("base"), 0, MAX_VERSION)


def rung(body: dict[str, Any]) -> int:
    return whole(body.get("rung"), 1, MAX_RUNG)


def whole(number: Any, lowest: int, highest: int) -> int:
    if type(number) is not int or not lowest <= number <= highest:
        raise Refused("not_understood")
    return number


def key(body: dict[str, Any]) -> str:
    sent = body.get("key")
    if not isinstance(sent, str) or not KEY.fullmatch(sent):
        raise Refused("not_understood")
    return sent


def raised(body: dict[str, Any]) -> bool:
    if type(body.get("raised")) is not bool:
        raise Refused("not_understood")
    return body["raised"]


def memory(request: HttpRequest, body: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(body.get("memory"), dict):
        raise Refused("not_understood")
    if len(request.body) > MAX_MEMORY:
        raise Refused("memory_too_big")
    return body["memory"]
