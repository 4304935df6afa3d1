package io.dateline.source.container;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a zip's member is compressed, by the numbers of PKWARE's APPNOTE, 4.4.5. */
final class ZipMethod {

  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int DEFLATE64 = 9;
  private static final int BZIP2 = 12;
  private static final int ZSTANDARD_OLD = 20;
  private static final int ZSTANDARD = 93;
  private static final int XZ = 95;

  private static final Map<Integer, String> NAMES =
      Map.of(
          1, "Shrink", 2, "Reduce", 3, "Reduce", 4, "Reduce", 5, "Reduce", 6, "Implode", 14, "LZMA",
          94, "MP3", 97, "WavPack", 98, "PPMd");

  private ZipMethod() {}

  static boolean isRead(int method) {
    return switch (method) {
      case STORED, DEFLATED, DEFLATE64, BZIP2, ZSTANDARD_OLD, ZSTANDARD, XZ -> true;
      default -> false;
    };
  }

  /** The name of a method that is not read. */
  static String name(int method) {
    return NAMES.getOrDefault(method, "method " + method);
  }

  /**
   * The unpacked bytes.
   *
   * @param inflater used again and again; reset here
   */
  static InputStream unpack(
      int method, InputStream packed, Inflater inflater, ContainerLimits limits)
      throws IOException {
    return switch (method) {
      case STORED -> packed;
      case DEFLATED -> {
        inflater.reset();
        yield new InflaterInputStream(packed, inflater, 4096);
      }
      case DEFLATE64 -> new Deflate64CompressorInputStream(packed);
      case BZIP2 -> new BZip2CompressorInputStream(packed);
      case ZSTANDARD_OLD, ZSTANDARD ->
          new ZstdInputStream(packed).setLongMax(Zstandard.windowLog(limits.memoryBytes()));
      case XZ -> new XZInputStream(packed, limits.memoryKiB());
      default -> throw new IllegalArgumentException("method " + method);
    };
  }
}
