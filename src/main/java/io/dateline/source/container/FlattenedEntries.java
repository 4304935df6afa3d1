package io.dateline.source.container;

import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a file's containers depth first, the innermost open one being the last of the levels. */
final class FlattenedEntries implements ContainerEntries {

  /** Stands for a document that was passed over on purpose. */
  private static final ContainerEntry SKIPPED = new ContainerEntry.PassedOver("skipped documents");

  private final Opening opening;
  private final ContainerLimits limits;
  private final int documentBytes;
  private final Disk disk = new Disk();
  private final List<Level> levels = new ArrayList<>();
  private long members;

  FlattenedEntries(SeekableByteChannel file, Split split, Opening opening) throws IOException {
    this.opening = opening;
    this.limits = opening.limits();
    this.documentBytes = (int) limits.documentBytes();
    Feed feed = Feed.ofFile(file, split, disk, limits);
    byte[] head = feed.window().read(0, Containers.HEAD_BYTES);
    Format format = Format.of(head, opening.fields());
    levels.add(
        new Level(
            format == null ? Format.PLAIN : format,
            "",
            feed,
            new Budget(
                null,
                split.isWhole() ? file.size() : Math.min(split.packedBytes(), file.size()),
                limits),
            opening));
  }

  @Override
  public @Nullable ContainerEntry next() throws IOException {
    return advance(true);
  }

  @Override
  public void skip(long entries) throws IOException {
    for (long i = 0; i < entries && advance(false) != null; i++) {
      // each counts as one
    }
  }

  private @Nullable ContainerEntry advance(boolean wanted) throws IOException {
    while (!levels.isEmpty()) {
      ContainerEntry entry;
      try {
        entry = step(levels.get(levels.size() - 1), wanted);
      } catch (PackedBytesException e) {
        throw e;
      } catch (IOException e) {
        disk.check();
        entry = broke(e);
      }
      disk.check();
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** Reads on; null if there is nothing to tell yet. */
  private @Nullable ContainerEntry step(Level level, boolean wanted) throws IOException {
    Member member = level.next();
    if (member == null) {
      // The member around stays wanted: what is left of it tells whether it is whole.
      levels.remove(levels.size() - 1).close();
      return null;
    }
    if (++members > limits.members()) {
      closeFrom(0);
      return new ContainerEntry.Rejected(
          "",
          null,
          RejectionReason.TOO_MANY_MEMBERS,
          "It has more than " + limits.members() + " members.",
          null);
    }
    if (member instanceof Member.PassedOver passed) {
      return new ContainerEntry.PassedOver(passed.kind());
    }
    if (member instanceof Member.Damaged damaged) {
      return new ContainerEntry.Rejected(
          damaged.name().isEmpty() ? level.name() : level.entryName(damaged.name()),
          damaged.byteOffset(),
          damaged.reason(),
          damaged.message(),
          null);
    }
    return content(level, (Member.Content) member, wanted);
  }

  private @Nullable ContainerEntry content(Level level, Member.Content member, boolean wanted)
      throws IOException {
    String clutter =
        level.format().isSingle() || level.format().hasRecords()
            ? null
            : Clutter.kind(member.name());
    String name = clutter == null ? level.entryName(member.name()) : "";
    MemberStream stream = level.begin(member, name);
    if (level.breaksWithItsMember() && level.format().isPacked()) {
      stream.pay();
    }
    if (clutter != null) {
      level.leaveContent();
      return new ContainerEntry.PassedOver(clutter);
    }
    if (name.length() > limits.nameLength()) {
      level.leaveContent();
      return rejected(
          level,
          member,
          RejectionReason.NAME_TOO_LONG,
          "Its name has more than " + limits.nameLength() + " characters.");
    }
    Format format = level.format().hasRecords() ? null : formatOf(stream);
    if (format == null) {
      return document(level, member, stream, wanted);
    }
    if (levels.size() == limits.depth()) {
      level.leaveContent();
      return rejected(
          level,
          member,
          RejectionReason.NESTED_TOO_DEEP,
          "A " + format.label() + " inside " + limits.depth() + " other containers.");
    }
    if (level.format().isPacked()) {
      stream.pay();
    }
    levels.add(
        new Level(
            format,
            name,
            Feed.ofMember(stream, disk, limits),
            new Budget(level.budget(), member.packedBytes(), limits),
            opening));
    return null;
  }

  private @Nullable Format formatOf(MemberStream stream) throws IOException {
    byte[] head = stream.peek(Format.RECORD_HEAD);
    if (Format.isUndecided(head)) {
      // No more than need be: damage that lies behind the head is no matter of the format.
      head = stream.peek(Containers.HEAD_BYTES);
    }
    return Format.of(head, opening.fields());
  }

  private ContainerEntry document(
      Level level, Member.Content member, MemberStream stream, boolean wanted) throws IOException {
    level.leaveContent();
    boolean readToItsEnd = level.breaksWithItsMember();
    long stated = member.unpackedBytes();
    if (level.format().isPacked() && !readToItsEnd) {
      if (stated < 0) {
        stream.pay();
      } else {
        // What is stated and not what is read: so a run that passes over it pays the same.
        level.budget().spend(Math.min(stated, documentBytes + 1L));
      }
    }
    if (stated > documentBytes) {
      return tooLarge(level, member);
    }
    if (wanted) {
      byte[] content = stream.readAtMost(documentBytes);
      return content == null
          ? tooLarge(level, member)
          : new ContainerEntry.Document(level.contentName(), content, member.capture());
    }
    if (readToItsEnd || (level.format().isPacked() && stated < 0)) {
      // So that a run that passes over it pays the same.
      stream.passAtMost(documentBytes);
    }
    return SKIPPED;
  }

  private ContainerEntry tooLarge(Level level, Member.Content member) {
    String size = member.unpackedBytes() < 0 ? "More" : member.unpackedBytes() + " bytes, more";
    return rejected(
        level,
        member,
        RejectionReason.TOO_LARGE,
        size + " than limits.document-bytes, which is " + documentBytes + ".");
  }

  private ContainerEntry rejected(
      Level level, Member.Content member, RejectionReason reason, String message) {
    long size = member.unpackedBytes();
    return new ContainerEntry.Rejected(
        level.contentName(), member.byteOffset(), reason, message, size < 0 ? null : size);
  }

  /** What to say of an exception, and which containers are read no further. */
  private ContainerEntry broke(IOException e) throws IOException {
    IOException cause = e;
    int broken = levels.size() - 1;
    boolean ownBytes = true;
    for (int i = 0; i < levels.size(); i++) {
      MemberStream stream = levels.get(i).content();
      if (stream != null && stream.failure() != null) {
        cause = stream.failure();
        broken = i;
        ownBytes = false;
        break;
      }
    }
    if (cause instanceof Budget.SpentException spent) {
      return overspent(spent);
    }
    Level level = levels.get(broken);
    return ownBytes || level.breaksWithItsMember()
        ? containerBroke(broken, cause)
        : memberBroke(broken, cause);
  }

  private ContainerEntry overspent(Budget.SpentException spent) throws IOException {
    int owner = 0;
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).budget() == spent.budget()) {
        owner = i;
      }
    }
    Level level = levels.get(owner);
    String message = String.valueOf(spent.getMessage());
    closeFrom(owner);
    return new ContainerEntry.Rejected(level.name(), null, spent.reason(), message, null);
  }

  private ContainerEntry containerBroke(int broken, IOException cause) throws IOException {
    Level level = levels.get(broken);
    Level named = levels.get(outermostOfItsName(broken));
    Long offset = null;
    if (named == level && cause instanceof BrokenContainerException known && known.offset() >= 0) {
      offset = known.offset();
    } else if (named.position() >= 0) {
      offset = named.position();
    } else if (named == level) {
      offset = level.contentOffset();
    }
    RejectionReason reason = Damage.reasonOf(cause, RejectionReason.CONTAINER_DAMAGED);
    String message = Damage.describe(cause, level.format().label());
    String reading = levels.get(levels.size() - 1).contentName();
    if (!reading.isEmpty() && !reading.equals(level.name())) {
      message += " It broke in " + reading + ".";
    }
    closeFrom(broken);
    return new ContainerEntry.Rejected(level.name(), offset, reason, message, null);
  }

  private ContainerEntry memberBroke(int broken, IOException cause) throws IOException {
    Level level = levels.get(broken);
    closeFrom(broken + 1);
    return new ContainerEntry.Rejected(
        level.contentName(),
        level.contentOffset(),
        Damage.reasonOf(cause, RejectionReason.MEMBER_DAMAGED),
        Damage.describe(cause, level.format().label()),
        null);
  }

  /** A tar in a gzip in a file is all the same file by its name, and so are offsets in it. */
  private int outermostOfItsName(int level) {
    int outermost = level;
    while (outermost > 0 && levels.get(outermost - 1).format().isSingle()) {
      outermost--;
    }
    return outermost;
  }

  /** Gives up this level and those inside it, and the member that they are. */
  private void closeFrom(int level) throws IOException {
    while (levels.size() > level) {
      levels.remove(levels.size() - 1).close();
    }
    if (level > 0) {
      levels.get(level - 1).leaveContent();
    }
  }

  @Override
  public void close() throws IOException {
    closeFrom(0);
  }
}
