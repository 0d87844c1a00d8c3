"""The copy of a handout that the clinician keeps."""
