"""Prepares the heap of the snapshot, so that an instance touches few of its pages."""

SIZES = range(2048, 0, -8)  # bytes, over the 33 that every bytes object takes


def fill_holes():
    """Plug what the start-up freed, and return the plugs, to be kept.

    Otherwise an instance's first objects land in holes all over the heap, and each page they touch has to be copied:
    150 more pages for 25 small calls. Largest first, each size until the allocator has nothing left but new memory.
    """
    plugs = []
    for size in SIZES:
        highest = max(map(id, plugs), default=0)
        while True:
            plug = bytes(size)
            plugs.append(plug)
            if id(plug) > highest:
                break
    return plugs
