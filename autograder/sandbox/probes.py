"""Doors of the system, tried from inside the worker: what the instance would find were its own wall to fall."""

import mmap
import os
import socket
import sys


def read_file(host):
    with open(host["file"], "rb") as file:
        return file.read(1) != b""


def write_file(host):
    with open(host["file"] + ".trace", "wb") as file:
        return file.write(b"x") == 1


def list_folder(host):
    return bool(os.listdir("/"))


def connect(host):
    with socket.socket() as opened:
        opened.connect(("127.0.0.1", host["port"]))
        return True


def fork(host):
    child = os.fork()
    if child == 0:
        os._exit(0)
    return os.waitpid(child, 0)[0] == child


def start_program(host):
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {})
    return os.waitpid(child, 0)[0] == child


def signal_grader(host):
    os.kill(host["pid"], 0)
    return True


def write_machine_code(host):
    with mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC):
        return True


DOORS = {
    "lire un fichier": read_file,
    "écrire un fichier": write_file,
    "lister un dossier": list_folder,
    "se connecter": connect,
    "se dédoubler": fork,
    "lancer un programme": start_program,
    "envoyer un signal au correcteur": signal_grader,
    "écrire du code machine": write_machine_code,
}


def open_doors(host: dict) -> list[str]:
    """The names of the doors that open. `host` names a file, a port that listens and the grader's process."""
    return [name for name, door in DOORS.items() if opens(door, host)]


def opens(door, host) -> bool:
    try:
        return door(host)
    except Exception:  # refused, no such thing on this system, or a module that cannot be read any more
        return False
