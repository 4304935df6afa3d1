package io.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * A format in which newsrooms and agencies exchange stories, all of them of the <a
 * href="https://iptc.org/standards/">IPTC</a>. Such a document says which of its words are the
 * story, the headline, the byline: nothing is to be searched for.
 */
public enum NewsroomFormat {
  /** News Industry Text Format 3.x: XML with the root {@code nitf}. */
  NITF("text/vnd.iptc.nitf"),
  /** One item of NewsML-G2: XML with the root {@code newsItem} or another item's. */
  NEWSML_G2("application/vnd.iptc.g2.newsitem+xml"),
  /** News in JSON, 1.x to 3.x, one object; the IPTC registered no media type for it. */
  NINJS("application/ninjs+json");

  private final String mediaType;

  NewsroomFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Its media type, in lower case. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of this media type, or null if it is none of a newsroom. */
  public static @Nullable NewsroomFormat of(String mediaType) {
    for (NewsroomFormat format : values()) {
      if (format.mediaType.equals(mediaType)) {
        return format;
      }
    }
    return null;
  }
}
