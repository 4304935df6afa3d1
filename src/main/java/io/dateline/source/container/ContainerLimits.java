package io.dateline.source.container;

/**
 * How much a container may ask of the machine. Every limit counts something of the input, never
 * time or free memory, so that the same file meets the same limit on every machine.
 *
 * @param documentBytes longest document; a longer one is passed over unread
 * @param containerBytes bytes that one file may unpack to, those of containers inside it counted at
 *     each depth
 * @param spoolBytes longest container inside another that has to be put aside whole before it can
 *     be read (zip, 7z); it takes this much room in the temporary folder
 * @param memoryBytes memory that one decompressor, or the list of members of one 7z, may ask for
 * @param ratio bytes that one packed byte may unpack to, on the average of a container
 * @param ratioFromBytes unpacked bytes up to which {@code ratio} is not looked at: a short file may
 *     well be one letter over and over
 * @param depth containers in each other: a zip in a tar in a gzip is three
 * @param members members of all kinds and depths in one file
 * @param nameLength longest {@code entry_name}, in UTF-16 code units
 */
public record ContainerLimits(
    long documentBytes,
    long containerBytes,
    long spoolBytes,
    long memoryBytes,
    int ratio,
    long ratioFromBytes,
    int depth,
    long members,
    int nameLength) {

  private static final long MIB = 1024L * 1024;
  private static final long GIB = 1024 * MIB;

  /**
   * Ample for honest archives: text packs to a fortieth at best, {@code xz -9} and {@code zstd
   * --ultra} ask for 65 to 128 MiB, and file systems end a path at 4,096 bytes.
   */
  public static final ContainerLimits DEFAULTS =
      new ContainerLimits(
          16 * MIB, 256 * GIB, 4 * GIB, 128 * MIB, 200, 64 * MIB, 8, 10_000_000, 4096);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if one is not positive, or a document could not be held
   */
  public ContainerLimits {
    requirePositive("documentBytes", documentBytes);
    requirePositive("containerBytes", containerBytes);
    requirePositive("spoolBytes", spoolBytes);
    requirePositive("memoryBytes", memoryBytes);
    requirePositive("ratio", ratio);
    requirePositive("ratioFromBytes", ratioFromBytes);
    requirePositive("depth", depth);
    requirePositive("members", members);
    requirePositive("nameLength", nameLength);
    if (documentBytes > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException("documentBytes is more than an array can hold");
    }
  }

  /** These limits with another for the bytes of a document. */
  public ContainerLimits withDocumentBytes(long bytes) {
    return new ContainerLimits(
        bytes,
        containerBytes,
        spoolBytes,
        memoryBytes,
        ratio,
        ratioFromBytes,
        depth,
        members,
        nameLength);
  }

  /** These limits with at most so many members. */
  ContainerLimits withMembers(long most) {
    return new ContainerLimits(
        documentBytes,
        containerBytes,
        spoolBytes,
        memoryBytes,
        ratio,
        ratioFromBytes,
        depth,
        Math.min(members, most),
        nameLength);
  }

  /** {@link #memoryBytes} as the decompressors count it. */
  int memoryKiB() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, memoryBytes / 1024));
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
