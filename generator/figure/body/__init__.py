"""The posed person as meshes: trunk, limbs, head, hands, feet, hair and clothes."""
