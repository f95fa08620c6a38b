"""How wasmtime is set up: the same, exactly, when the component is compiled and when it runs."""

from pathlib import Path

from wasmtime import Config, Engine
from wasmtime.component import Component, Linker

WASM_STACK = 2 << 20  # bytes, the most wasmtime takes: enough for CPython to raise RecursionError before it is full
THREAD_STACK = 8 << 20  # of the thread that calls it: less than this is usual on Windows


def make_engine() -> Engine:
    """Cranelift, interruptible. The other defaults are the best measured: the pooling allocator is slower here."""
    config = Config()
    config.strategy = "cranelift"
    config.epoch_interruption = True
    config.max_wasm_stack = WASM_STACK
    return Engine(config)


def precompile(source: Path, target: Path) -> None:
    """Machine code for this machine, so that a worker starts at once."""
    target.write_bytes(Component(make_engine(), source.read_bytes()).serialize())


def make_linker(engine: Engine) -> Linker:
    """WASI, of which an instance is given nothing: no folder, no variable, no address, an empty stdin."""
    linker = Linker(engine)
    linker.add_wasip2()
    return linker
