package io.dateline.article;

/**
 * Why an entry is no row of {@code articles.csv}. The names are a public contract: they stand in
 * {@code rejections.csv}, in job files and in {@code docs/codes.md}.
 */
public enum RejectionReason {
  /** The file's name is no valid UTF-8, so nothing could name the row for certain. */
  UNREADABLE_NAME(Stage.READ),
  /** The file could not be opened or read to its end. */
  UNREADABLE_FILE(Stage.READ),
  /** The file changed or vanished between planning and reading. */
  SOURCE_CHANGED(Stage.READ),
  /** A symbolic link that leads out of the input root, or nowhere. */
  LINK_OUT_OF_INPUT(Stage.READ),
  /** A device, pipe or socket. */
  NOT_A_FILE(Stage.READ),
  /** The memory ran out over it, again and again, so that it is no longer read. */
  POISON(Stage.READ),
  /** A container is damaged or cut short, so that nothing behind this place could be read. */
  CONTAINER_DAMAGED(Stage.READ),
  /** A member of a container does not hold what that says, or a record cannot be read. */
  MEMBER_DAMAGED(Stage.READ),
  /** A container or member that asks for a password. */
  ENCRYPTED(Stage.READ),
  /** A member that is compressed by a method that is not read, or takes too much memory to be. */
  UNSUPPORTED_COMPRESSION(Stage.READ),
  /** A container unpacks to more bytes than the limits allow. */
  CONTAINER_TOO_LARGE(Stage.READ),
  /** A container unpacks to more times its size than honest text does. */
  RATIO_TOO_HIGH(Stage.READ),
  /** A container lies inside more others than the limits allow. */
  NESTED_TOO_DEEP(Stage.READ),
  /** A file holds more members than the limits allow; the rest were not read. */
  TOO_MANY_MEMBERS(Stage.READ),
  /** A member's name is longer than the limits allow. */
  NAME_TOO_LONG(Stage.READ),
  /** No bytes, or white space alone. */
  EMPTY(Stage.VALIDATE),
  /** More bytes than {@code limits.document-bytes}. */
  TOO_LARGE(Stage.VALIDATE),
  /** A known format that is not read: PDF, an image, an archive; the message names it. */
  UNSUPPORTED_FORMAT(Stage.VALIDATE),
  /** Binary content of no known format. */
  NOT_TEXT(Stage.VALIDATE),
  /** Text in no encoding that could be told: too many bytes fit none. */
  UNDECODABLE(Stage.VALIDATE),
  /** Text without letters. */
  NO_LETTERS(Stage.VALIDATE),
  /** More blocks, or deeper nesting, than the limits allow. */
  TOO_COMPLEX(Stage.PARSE),
  /** It took more time than a document may. */
  TIME_LIMIT(Stage.EXTRACT),
  /** The rules failed on this document; the run's log has the details. */
  EXTRACTION_FAILED(Stage.EXTRACT),
  /** No headline was found. */
  NO_HEADLINE(Stage.VALIDATE),
  /** No paragraph of a story was found. */
  NO_BODY(Stage.VALIDATE),
  /** The body has fewer words than {@code validation.body-min-words}. */
  BODY_TOO_SHORT(Stage.VALIDATE),
  /** Published after the run date, by more than a day. */
  DATE_IN_FUTURE(Stage.VALIDATE),
  /** Published before 1600. */
  DATE_TOO_OLD(Stage.VALIDATE),
  /** An index, error or login page, or a newsroom's item of another kind than text. */
  NOT_AN_ARTICLE(Stage.VALIDATE);

  private final Stage stage;

  RejectionReason(Stage stage) {
    this.stage = stage;
  }

  /** The stage that finds it. */
  public Stage stage() {
    return stage;
  }

  /** Whether a job file may set it to {@code reject}, {@code warn} or {@code off}. */
  public boolean isRule() {
    return this == NO_HEADLINE
        || this == NO_BODY
        || this == BODY_TOO_SHORT
        || this == DATE_IN_FUTURE
        || this == DATE_TOO_OLD
        || this == NOT_AN_ARTICLE
        || this == NO_LETTERS
        || this == UNDECODABLE;
  }

  /**
   * Whether it depends on the surroundings and not on the input's bytes alone, and is therefore
   * exempt from the promise of same bytes.
   */
  public boolean isEnvironmental() {
    return passes() || this == POISON || this == TIME_LIMIT;
  }

  /**
   * Whether it may well be over by the next run, which therefore reads the file again although it
   * did not change; until then it says nothing of the file.
   */
  public boolean passes() {
    return this == SOURCE_CHANGED || this == UNREADABLE_FILE;
  }
}
