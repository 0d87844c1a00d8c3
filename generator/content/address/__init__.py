"""Web addresses and videos as content names them: checked, cleared of trackers, in ASCII and as printed."""
