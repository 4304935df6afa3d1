package io.dateline.summary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One row of a summary.
 *
 * @param key the value its rows share; null where they have none
 * @param rows how many they are
 */
public record Group(@Nullable String key, long rows) {

  /** Rows without a value first, then by the UTF-8 bytes of the value. */
  public static final Comparator<Group> ORDER =
      Comparator.comparing(Group::bytes, Arrays::compareUnsigned);

  private byte[] bytes() {
    return key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
  }
}
