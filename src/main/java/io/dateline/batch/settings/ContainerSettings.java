package io.dateline.batch.settings;

import io.dateline.source.container.ContainerLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What one container may cost.
 *
 * @param bytes bytes that one file may unpack to, those of containers inside it counted at each
 *     depth
 * @param spoolBytes longest zip or 7z inside another container; it is put aside in the temporary
 *     folder
 * @param memoryBytes memory that one decompressor may ask for
 * @param ratio bytes that one packed byte may unpack to, on the average of a container
 * @param ratioFromBytes unpacked bytes up to which the ratio is not looked at
 * @param depth containers in each other
 * @param members members of all kinds and depths in one file
 * @param nameLength longest name of an entry, in UTF-16 code units
 */
public record ContainerSettings(
    @Min(1) long bytes,
    @Min(1) long spoolBytes,
    @Min(1) @Max(1L << 31) long memoryBytes,
    @Min(1) int ratio,
    @Min(1) long ratioFromBytes,
    @Min(1) @Max(100) int depth,
    @Min(1) @Max(900_000_000) long members,
    @Min(1) @Max(65_536) int nameLength) {

  static ContainerSettings defaults() {
    ContainerLimits limits = ContainerLimits.DEFAULTS;
    return new ContainerSettings(
        limits.containerBytes(),
        limits.spoolBytes(),
        limits.memoryBytes(),
        limits.ratio(),
        limits.ratioFromBytes(),
        limits.depth(),
        limits.members(),
        limits.nameLength());
  }

  /** These limits, and that of a document. */
  ContainerLimits with(long documentBytes) {
    return new ContainerLimits(
        documentBytes,
        bytes,
        spoolBytes,
        memoryBytes,
        ratio,
        ratioFromBytes,
        depth,
        members,
        nameLength);
  }
}
