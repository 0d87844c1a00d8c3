"""The editor that never sleeps: content and pages come in, findings go out. Nothing is drawn, nothing is written."""
