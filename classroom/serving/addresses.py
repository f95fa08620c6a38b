"""Under which address the other machines of the room find this one."""

import ipaddress
import os
import socket

from django.http import HttpRequest
from django.http.request import split_domain_port

FAR = ("192.0.2.1", 9)  # an address kept for documentation: nothing is ever sent to it


def lan_addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this machine, the one that leads out of it first; () without a network."""
    found = [*leading_out(), *named()]
    return tuple(dict.fromkeys(address for address in found if is_reachable(address)))


def leading_out() -> list[str]:
    """Connecting a UDP socket sends nothing: the system only chooses the card it would use."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(FAR)
        except OSError:
            return []
        return [probe.getsockname()[0]]


def named() -> list[str]:
    try:
        entries = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [entry[4][0] for entry in entries]


def is_reachable(address: str) -> bool:
    """By other machines: not the loopback, nor what a machine gives itself when nobody gave it an address."""
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified)


def pupils_address(request: HttpRequest) -> str:
    """What pupils type, « 192.168.1.20:8000 »: TUTO_ADDRESS when set, else the host the teacher uses, unless
    that is this very machine's private name."""
    if chosen := os.environ.get("TUTO_ADDRESS", "").strip():
        return chosen.removeprefix("http://").removeprefix("https://").rstrip("/")
    host, port = split_domain_port(request.get_host())
    addresses = lan_addresses() if is_this_machine(host) else ()
    if not addresses:
        return request.get_host()
    return f"{addresses[0]}:{port}" if port else addresses[0]


def is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
