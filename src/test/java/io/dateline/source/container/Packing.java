package io.dateline.source.container;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Builds containers for tests; every time the same bytes. */
final class Packing {

  private Packing() {}

  /** Wraps a stream that is to be packed. */
  interface Wrapper {
    OutputStream around(OutputStream out) throws IOException;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Members of these names in this order, each with a sentence of its own. */
  static Map<String, byte[]> members(String... names) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, text("Rain fell on the harbour, says " + name + ".\n"));
    }
    return members;
  }

  static byte[] gzip(byte[] content) {
    return pack(content, GZIPOutputStream::new);
  }

  static byte[] bzip2(byte[] content) {
    return pack(content, out -> new BZip2CompressorOutputStream(out, 1));
  }

  static byte[] xz(byte[] content) {
    return pack(content, out -> new XZOutputStream(out, new LZMA2Options(0)));
  }

  static byte[] zstandard(byte[] content) {
    return pack(content, out -> new ZstdOutputStream(out).setChecksum(true));
  }

  static byte[] lz4(byte[] content) {
    return pack(
        content,
        out ->
            new FramedLZ4CompressorOutputStream(
                out,
                new FramedLZ4CompressorOutputStream.Parameters(
                    FramedLZ4CompressorOutputStream.BlockSize.K64, true, true, false)));
  }

  static byte[] pack(byte[] content, Wrapper wrapper) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = wrapper.around(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] zip(Map<String, byte[]> members) {
    ZipBytes zip = new ZipBytes();
    members.forEach(zip::add);
    return zip.bytes();
  }

  static byte[] tar(Map<String, byte[]> members) {
    return tar(
        out -> {
          for (Map.Entry<String, byte[]> member : members.entrySet()) {
            tarMember(out, member.getKey(), TarConstants.LF_NORMAL, member.getValue());
          }
        });
  }

  /** Writes into a tar. */
  interface TarContent {
    void writeTo(TarArchiveOutputStream tar) throws IOException;
  }

  static byte[] tar(TarContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, 1024, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      content.writeTo(tar);
      tar.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void tarMember(TarArchiveOutputStream tar, String name, byte kind, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
    entry.setModTime(FileTime.fromMillis(0));
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  static byte[] sevenZ(Map<String, byte[]> members) {
    return sevenZ(members, null);
  }

  static byte[] sevenZ(Map<String, byte[]> members, String password) {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile out =
        password == null
            ? new SevenZOutputFile(channel)
            : new SevenZOutputFile(channel, password.toCharArray())) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(member.getKey());
        out.putArchiveEntry(entry);
        out.write(member.getValue());
        out.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  /** Short texts, 1.txt and so on, stored in one block, which Commons Compress does not write. */
  static byte[] solidSevenZ(String... texts) {
    byte[] packed = text(String.join("", texts));
    ByteArrayOutputStream sizes = new ByteArrayOutputStream();
    ByteArrayOutputStream crcs = new ByteArrayOutputStream();
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    for (int i = 0; i < texts.length; i++) {
      if (i < texts.length - 1) {
        sizes.write(text(texts[i]).length);
      }
      ZipBytes.u32(crcs, crc(text(texts[i])));
      names.writeBytes(((i + 1) + ".txt\0").getBytes(StandardCharsets.UTF_16LE));
    }
    byte count = (byte) texts.length;
    byte length = (byte) packed.length;
    byte[] header =
        concat(
            new byte[] {1, 4, 6, 0, 1, 9, length, 0}, // one packed stream
            new byte[] {7, 11, 0x01, 0, 1, 1, 0, 12, length, 0}, // one folder that copies it
            new byte[] {8, 13, count, 9},
            sizes.toByteArray(),
            new byte[] {10, 1},
            crcs.toByteArray(),
            new byte[] {0, 0, 5, count, 17, (byte) (names.size() + 1), 0},
            names.toByteArray(),
            new byte[] {0, 0});
    ByteArrayOutputStream place = new ByteArrayOutputStream();
    ZipBytes.u32(place, packed.length);
    ZipBytes.u32(place, 0);
    ZipBytes.u32(place, header.length);
    ZipBytes.u32(place, 0);
    ZipBytes.u32(place, crc(header));
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    start.writeBytes(new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4});
    ZipBytes.u32(start, crc(place.toByteArray()));
    return concat(start.toByteArray(), place.toByteArray(), packed, header);
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }

  static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}
