package io.dateline.source.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a zip that is a <a href="https://specs.webrecorder.net/wacz/1.1.1/">WACZ</a>, and what
 * beside its web archives is in it: indexes and lists for programs that show them. They are told by
 * name, so that they are none in any other zip. Not safe for use by several threads.
 */
final class Wacz {

  private static final String DESCRIPTION = "datapackage.json";

  private static final String ARCHIVES = "archive/";

  private final Window zip;
  private final ZipDirectory directory;
  private @Nullable Boolean isOne;

  Wacz(Window zip, ZipDirectory directory) {
    this.zip = zip;
    this.directory = directory;
  }

  /** What a member is passed over as, null if it is none of what a WACZ has beside archives. */
  @Nullable String passedOver(ZipMember member) throws IOException {
    String kind = Clutter.kindInWacz(member.name());
    return kind != null && isOne() ? kind : null;
  }

  /** Whether the zip is one, by its directory, which is gone through the first time. */
  boolean isOne() throws IOException {
    if (isOne == null) {
      ZipListing listing = new ZipListing(zip, directory, Split.WHOLE);
      boolean described = false;
      boolean archives = false;
      ZipListing.Listed listed;
      while (!(described && archives) && (listed = listing.next()) != null) {
        String name = listed.member().name();
        described |= name.equals(DESCRIPTION);
        archives |=
            name.startsWith(ARCHIVES) && (name.endsWith(".warc") || name.endsWith(".warc.gz"));
      }
      isOne = described && archives;
    }
    return isOne;
  }
}
