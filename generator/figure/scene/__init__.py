"""One illustration from its spec: who stands where, which layers are painted, how frames are cut."""
