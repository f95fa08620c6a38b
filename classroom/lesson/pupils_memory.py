"""What the kit remembers for a pupil from one day to the next: losses, weights of the model, invented names."""

import json
from typing import Any

from django.db import transaction

from classroom.models import Pupil

MOST = 512 << 10  # bytes once merged; a page sends half of it at most


@transaction.atomic
def save(pupil: Pupil, memory: dict[str, Any]) -> int | None:
    """Merge key by key, the last writer wins. The new version, or None when it would be too big to keep."""
    kept = Pupil.objects.select_for_update().get(pk=pupil.pk)
    merged = kept.memory | memory
    if merged == kept.memory:
        return kept.memory_version
    if len(json.dumps(merged)) > MOST:
        return None
    kept.memory, kept.memory_version = merged, kept.memory_version + 1
    kept.save(update_fields=["memory", "memory_version"])
    return kept.memory_version
