package io.dateline.batch.run;

import org.springframework.batch.core.listener.StepExecutionListener;

/** Whoever has a say when a partition's step ends; there is none where no workers are. */
public interface PartitionHook extends StepExecutionListener {}
