package io.dateline.source.container;

/** What one container may cost. */
public record ContainerLimits() {}
