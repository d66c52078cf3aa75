"""Templates, prompts, competencies and the sample story that ship with Greenroom."""
