"""Remember the keys and values of the letters already read: each new letter then costs one letter, not the whole word.

Does: keep them, layer by layer, for the matrix tape; the scores it gives are those of a full recomputation.
Does not: train (a memory has no way back), or forget what a sliding window no longer shows.

Source: the usual inference of GPTs; microgpt keeps keys and values too, and trains through them.
"""

from engine.tape import Matrix


class Memory:
    """The keys and values read so far; its length is the number of letters.

    >>> from engine.config import Config, parameters
    >>> from engine.model import scores
    >>> from engine.tape import Tape
    >>> weights = {name: Matrix(rows) for name, rows in parameters(Config()).items()}
    >>> memory = Memory()
    >>> one_by_one = [scores(Tape(), Config(), weights, [i], memory=memory).rows[0] for i in (0, 5, 13)]
    >>> at_once = scores(Tape(), Config(), weights, [0, 5, 13]).rows
    >>> max(abs(x - y) for a, b in zip(one_by_one, at_once) for x, y in zip(a, b)) < 1e-12
    True
    """

    def __init__(self) -> None:
        self._layers: dict[int, tuple[list, list]] = {}

    def __len__(self) -> int:
        return len(self._layers[0][0]) if self._layers else 0

    def extend(self, layer: int, keys: Matrix, values: Matrix) -> tuple[Matrix, Matrix]:
        """Add the keys and values of new letters to a layer; all those it has, old and new."""
        old_keys, old_values = self._layers.get(layer, ([], []))
        self._layers[layer] = [*old_keys, *keys.rows], [*old_values, *values.rows]
        return Matrix(self._layers[layer][0]), Matrix(self._layers[layer][1])
