package io.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens {@code latest} again and again, as an analyst's notebook would, and must find it whole. */
final class LatestReader implements AutoCloseable {

  private final Path latest;
  private final Thread thread = new Thread(this::readOn, "latest-reader");
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private volatile boolean done;
  private final AtomicLong looks = new AtomicLong();

  LatestReader(Path job) {
    this.latest = job.resolve("latest");
    thread.start();
  }

  private void readOn() {
    try {
      while (!done) {
        look();
        Thread.sleep(3);
      }
    } catch (IOException | RuntimeException | Error e) {
      fault.set(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException {
    Path run;
    try {
      run = latest.toRealPath();
    } catch (NoSuchFileException e) {
      // Nothing was published yet; a link to nothing is caught below.
      if (Files.isSymbolicLink(latest) && !Files.exists(latest)) {
        throw new IllegalStateException("latest points to nothing", e);
      }
      return;
    }
    JsonMapper json = JsonMapper.builder().build();
    json.readTree(Files.readString(run.resolve("run.json")));
    for (JsonNode file :
        json.readTree(Files.readString(run.resolve("datapackage.json"))).get("resources")) {
      long bytes = Files.size(run.resolve(file.get("path").asString()));
      if (bytes != file.get("bytes").asLong()) {
        throw new IllegalStateException(run + " is not whole: " + file.get("path"));
      }
    }
    looks.incrementAndGet();
  }

  /** How often it was read; fails with what was wrong. */
  long looks() {
    Throwable wrong = fault.get();
    if (wrong != null) {
      throw new AssertionError("a reader of latest saw half a run", wrong);
    }
    return looks.get();
  }

  @Override
  public void close() throws InterruptedException {
    done = true;
    thread.join();
  }
}
