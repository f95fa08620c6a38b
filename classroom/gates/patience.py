"""Doors that make one wait a little after wrong secrets, and never lock anyone out.

How many tries are dangerous? A card is one of 679 ** 3 (see secret_words.py), so in a class of 30 someone needs ten
million tries to open one copy by chance. A child needs five to read a card properly. All lies in between:

- Each *browser* has its own door: five tries for nothing, then a wait of 2, 4, 8 … 60 seconds. Who plays at guessing
  waits, and nobody else does. A browser without a name yet gets one with the door's page (a signed cookie); one that
  has let a pupil in bears that pupil's name, so coming in again does not wipe the slate.
- A program that throws its cookie away is met by the doors of the *crowd*: its address, and the class it tries. They
  are wide, since a whole school may share one address: dozens of slips before the first wait, which is then short.
  They still leave a program some ten thousand tries a day, one chance in a thousand.
- A browser that has let a pupil in before only meets its own door: a flood of wrong words from next door does not
  keep out those who already came. Someone on a new machine then waits some seconds between tries, as the page says.
- Nothing is tried, nor counted, during a wait. The memory of slips halves every five minutes. Nothing is for ever.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from classroom.models import Refusal

HALF_LIFE = timedelta(minutes=5)
FORGOTTEN = timedelta(days=1)


@dataclass(frozen=True)
class Door:
    """free     wrong tries that cost nothing
    longest  wait, in seconds
    """

    name: str
    free: int = 5
    longest: int = 60


def browser_door(name: str) -> Door:
    return Door(f"navigateur {name}")


def crowd_doors(address: str, code: str) -> tuple[Door, ...]:
    return (
        Door(f"adresse {network_of(address)}", free=80, longest=8),
        Door(f"classe {code[:8]}", free=160, longest=8),
    )


def network_of(address: str) -> str:
    """The address, or for IPv6 its network: one machine has as many addresses as it likes there.

    >>> network_of("192.168.1.20"), network_of("2001:db8:1:2:3:4:5:6")
    ('192.168.1.20', '2001:db8:1:2::')
    """
    try:
        known = ip_address(address)
    except ValueError:
        return "?"
    if isinstance(known, IPv6Address):
        return str(known.ipv4_mapped or IPv6Address(int(known) >> 64 << 64))
    return str(known)


@transaction.atomic
def knock(doors: Iterable[Door]) -> int:
    """Seconds to wait at these doors. At 0 the try may go on, and counts as a wrong one until `welcome` takes it back:
    tries sent all together would slip through otherwise."""
    now = timezone.now()
    Refusal.objects.filter(last_at__lt=now - FORGOTTEN).delete()
    doors = sorted(doors, key=lambda door: door.name)  # always in one order, or two tries may block each other
    refusals = [Refusal.objects.select_for_update().get_or_create(door=door.name)[0] for door in doors]
    left = max(seconds_left(door, refusal, now) for door, refusal in zip(doors, refusals, strict=True))
    if not left:
        for refusal in refusals:
            refusal.count = remembered(refusal, now) + 1
            refusal.save()
    return left


def welcome(doors: Iterable[Door]) -> None:
    """The words were right: this try was none."""
    names = [door.name for door in doors]
    Refusal.objects.filter(door__in=names, count__gt=0).update(count=F("count") - 1)


def seconds_left(door: Door, refusal: Refusal, now: datetime) -> int:
    over = remembered(refusal, now) - door.free
    if over < 0:
        return 0
    wait = min(2 ** (min(over, 10) + 1), door.longest)
    return max(0, math.ceil(wait - (now - refusal.last_at).total_seconds()))


def remembered(refusal: Refusal, now: datetime) -> int:
    return round(refusal.count * 0.5 ** ((now - refusal.last_at) / HALF_LIFE))
