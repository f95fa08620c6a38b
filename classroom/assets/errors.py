class AssetsMissing(Exception):
    """The site cannot be built; the text says why and what to do, in French."""
