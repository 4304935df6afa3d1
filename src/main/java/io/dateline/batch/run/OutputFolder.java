package io.dateline.batch.run;

import java.nio.file.Path;

/**
 * Where the output is now. What a run has frozen says where it was when the run began; somebody may
 * have moved it since.
 */
public record OutputFolder(Path path) {}
