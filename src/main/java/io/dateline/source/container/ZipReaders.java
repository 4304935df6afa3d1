package io.dateline.source.container;

import java.io.IOException;

/** Chooses how a zip is read. */
final class ZipReaders {

  private ZipReaders() {}

  /** By its central directory, or by what stands before each member if it has none. */
  static MemberReader open(Window zip, Split split, ContainerLimits limits) throws IOException {
    ZipDirectory directory = ZipDirectory.find(zip);
    return directory == null
        ? new CutZipReader(zip, limits)
        : new ZipReader(zip, directory, split, limits);
  }
}
