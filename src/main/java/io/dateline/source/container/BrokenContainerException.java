package io.dateline.source.container;

import io.dateline.article.RejectionReason;
import java.io.IOException;

/** A container, or one member of it, cannot be read, and it is known why. */
final class BrokenContainerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;
  private final long offset;

  /**
   * Says what is wrong.
   *
   * @param offset bytes into the container, -1 if unknown
   * @param message one sentence, without names or content
   */
  BrokenContainerException(RejectionReason reason, long offset, String message) {
    super(message);
    this.reason = reason;
    this.offset = offset;
  }

  /** A container that is damaged at this place. */
  static BrokenContainerException damaged(long offset, String message) {
    return new BrokenContainerException(RejectionReason.CONTAINER_DAMAGED, offset, message);
  }

  /** A member that does not hold what its container says. */
  static BrokenContainerException member(long offset, String message) {
    return new BrokenContainerException(RejectionReason.MEMBER_DAMAGED, offset, message);
  }

  RejectionReason reason() {
    return reason;
  }

  long offset() {
    return offset;
  }
}
