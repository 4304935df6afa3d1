package io.dateline.source.container;

import io.dateline.article.Capture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads all that a reader gives, as a job does. */
final class Members {

  /** More than any fixture holds: a reader that does not end fails instead of hanging. */
  private static final int MAX = 100_000;

  /** A document as read: its content, or what reading it failed with. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Read(String name, Long offset, Capture capture, byte[] content, String failure) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return failure == null ? name + "=" + text() : name + "!" + failure;
    }
  }

  final List<Read> documents = new ArrayList<>();
  final List<Read> broken = new ArrayList<>();
  final List<Member.Damaged> damaged = new ArrayList<>();
  final List<String> passedOver = new ArrayList<>();
  int count;

  static Members of(MemberReader reader) throws IOException {
    Members members = new Members();
    try (reader) {
      for (Member member = reader.next(); member != null; member = reader.next()) {
        members.add(member);
        if (++members.count > MAX) {
          throw new IllegalStateException("the reader does not end");
        }
      }
    }
    return members;
  }

  private void add(Member member) {
    if (member instanceof Member.Content content) {
      try {
        byte[] bytes = content.content().readAllBytes();
        documents.add(read(content, bytes, null));
      } catch (IOException e) {
        broken.add(read(content, new byte[0], e.getMessage()));
      }
    } else if (member instanceof Member.Damaged piece) {
      damaged.add(piece);
    } else if (member instanceof Member.PassedOver piece) {
      passedOver.add(piece.kind());
    }
  }

  private static Read read(Member.Content content, byte[] bytes, String failure) {
    return new Read(content.name(), content.byteOffset(), content.capture(), bytes, failure);
  }

  List<String> names() {
    return documents.stream().map(Read::name).toList();
  }

  List<String> texts() {
    return documents.stream().map(Read::text).toList();
  }

  /** Offsets of all that is damaged, whoever noticed. */
  List<Long> damage() {
    List<Long> offsets = new ArrayList<>();
    broken.forEach(read -> offsets.add(read.offset()));
    damaged.forEach(piece -> offsets.add(piece.byteOffset()));
    return offsets.stream().sorted().toList();
  }
}
