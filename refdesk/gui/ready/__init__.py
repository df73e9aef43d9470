"""Ready to ask: who may be asked today, and the one next step with everybody else."""
