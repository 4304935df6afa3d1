package io.dateline.batch.poison;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The documents that are being processed, in a file mapped into memory: what is written there
 * outlives the process, however it ends, and costs no system call. It need not outlive the machine.
 *
 * <p>Cells of 64 bytes, so that no two threads write to one line of the processor's cache. The
 * first holds a mark of eight bytes and, at byte 16, whether the process died of memory; each
 * further one a document: its file's number plus one (8 bytes, 0: none), its partition (4), whether
 * it was alone (1), whether it was being passed over (1), and from byte 16 its place in its file
 * (8). Numbers are big-endian.
 *
 * <p>Safe for use by several threads. After {@link #create} nothing allocates memory.
 */
final class InFlightFile {

  /** More than a process has threads that process documents. */
  static final int SLOTS = 1_023;

  private static final int CELL_BYTES = 64;
  private static final int DIED_AT = 16;
  private static final int PARTITION_AT = 8;
  private static final int ALONE_AT = 12;
  private static final int PASSING_AT = 13;
  private static final int ENTRY_AT = 16;
  private static final long MARK = 0x444c2d464c494732L;
  private static final byte YES = 1;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MappedByteBuffer cells;
  private final AtomicIntegerArray taken = new AtomicIntegerArray(SLOTS);

  private InFlightFile(MappedByteBuffer cells) {
    this.cells = cells;
  }

  /**
   * What a file says.
   *
   * @param diedOfMemory whether the process that wrote it ran out of memory
   */
  record LastWords(boolean diedOfMemory, List<Position> inFlight) {
    LastWords {
      inFlight = List.copyOf(inFlight);
    }
  }

  /** Begins a file in place of the one that is there, in one step. */
  static InFlightFile create(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    int bytes = (SLOTS + 1) * CELL_BYTES;
    MappedByteBuffer cells;
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      // Written and not only mapped: a page that the disk has no room for would end the process.
      ByteBuffer zeros = ByteBuffer.allocate(bytes).putLong(0, MARK);
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
      cells = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
    }
    cells.load();
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new InFlightFile(cells);
  }

  /** What the file of an earlier process says; nothing if there is none or it is damaged. */
  static LastWords read(Path file) throws IOException {
    ByteBuffer cells;
    try {
      cells = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return new LastWords(false, List.of());
    }
    if (cells.capacity() != (SLOTS + 1) * CELL_BYTES || cells.getLong(0) != MARK) {
      return new LastWords(false, List.of());
    }
    List<Position> inFlight = new ArrayList<>();
    for (int at = CELL_BYTES; at < cells.capacity(); at += CELL_BYTES) {
      if (cells.getLong(at) > 0) {
        inFlight.add(
            new Position(
                cells.getInt(at + PARTITION_AT),
                cells.getLong(at) - 1,
                cells.getLong(at + ENTRY_AT),
                cells.get(at + ALONE_AT) == YES,
                cells.get(at + PASSING_AT) == YES));
      }
    }
    return new LastWords(cells.get(DIED_AT) == YES, inFlight);
  }

  /** Puts a document into a slot of this thread's own, and returns the slot. */
  int enter(Position document) {
    // Starting from the thread's own number, threads hardly ever meet.
    int start = (int) (Thread.currentThread().getId() % SLOTS);
    for (int i = 0; i < SLOTS; i++) {
      int slot = (start + i) % SLOTS;
      if (taken.compareAndSet(slot, 0, 1)) {
        int at = at(slot);
        cells.putInt(at + PARTITION_AT, document.partition());
        cells.put(at + ALONE_AT, document.alone() ? YES : 0);
        cells.put(at + PASSING_AT, document.passing() ? YES : 0);
        cells.putLong(at + ENTRY_AT, document.entry());
        LONG.setRelease(cells, at, document.fileNumber() + 1);
        return slot;
      }
    }
    throw new IllegalStateException("more than " + SLOTS + " documents in flight");
  }

  /** Takes the document out of a slot. */
  void leave(int slot) {
    LONG.setRelease(cells, at(slot), 0L);
    taken.set(slot, 0);
  }

  /** Whether a document is in flight. */
  boolean isOccupied() {
    for (int slot = 0; slot < SLOTS; slot++) {
      if ((long) LONG.getAcquire(cells, at(slot)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Says that the process is about to die for want of memory. */
  void markDeath() {
    cells.put(DIED_AT, YES);
  }

  private static int at(int slot) {
    return (slot + 1) * CELL_BYTES;
  }
}
