package jp.meguri.reading.office;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;

/**
 * A zip file whose every entry was checked before anybody relies on it: names, places,
 * sizes, checksums. Nothing is kept but the file itself and its table of contents.
 */
final class ZipContainer {

	static final int LARGEST_FILE = 20 * 1024 * 1024;

	static final int MOST_ENTRIES = 2_000;

	static final int LARGEST_INFLATED = 40 * 1024 * 1024;

	/** Spreadsheets with many equal cells reach about 60. */
	static final int HIGHEST_RATIO = 200;

	private static final int RATIO_COUNTS_FROM = 1024 * 1024;

	private static final int END = 0x06054b50;

	private static final int END_LENGTH = 22;

	private static final int LONGEST_COMMENT = 65_535;

	private static final int CENTRAL = 0x02014b50;

	private static final int CENTRAL_LENGTH = 46;

	private static final int LOCAL = 0x04034b50;

	private static final int LOCAL_LENGTH = 30;

	private static final int UNIX = 3;

	private static final int SYMBOLIC_LINK = 0xa000;

	private final ByteBuffer bytes;

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private ZipContainer(byte[] bytes) {
		this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * @throws UnreadableDocumentException if the file is too large in any way, locked,
	 * damaged or made to be understood in two ways
	 */
	static ZipContainer open(byte[] bytes) {
		if (bytes.length > LARGEST_FILE) {
			throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
		}
		ZipContainer container = new ZipContainer(bytes);
		try {
			container.readDirectory();
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException ex) {
			throw broken();
		}
		container.checkPlaces();
		container.checkContents();
		return container;
	}

	/** The entries' names as stored, directories left out. */
	Collection<String> names() {
		return this.entries.values().stream().map(Entry::name).filter((name) -> !name.endsWith("/")).toList();
	}

	/** The content of an entry; names are compared as the format does, without case. */
	@Nullable InputStream content(String name) {
		Entry entry = this.entries.get(key(name));
		if (entry == null) {
			return null;
		}
		InputStream stored = new ByteArrayInputStream(this.bytes.array(), entry.start, entry.compressed);
		return entry.deflated ? new InflaterInputStream(stored, new Inflater(true)) : stored;
	}

	private void readDirectory() {
		int end = findEnd();
		int count = unsignedShort(end + 10);
		if (count > MOST_ENTRIES) {
			throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
		}
		int length = this.bytes.getInt(end + 12);
		int at = this.bytes.getInt(end + 16);
		require(unsignedShort(end + 4) == 0 && unsignedShort(end + 8) == count && length >= 0 && at >= 0
				&& (long) at + length <= end);
		int behind = at + length;
		for (int i = 0; i < count; i++) {
			at = readEntry(at);
		}
		require(at == behind);
	}

	/** The record that ends the file; nothing may stand behind it. */
	private int findEnd() {
		int first = Math.max(0, this.bytes.limit() - END_LENGTH - LONGEST_COMMENT);
		for (int at = this.bytes.limit() - END_LENGTH; at >= first; at--) {
			if (this.bytes.getInt(at) == END && at + END_LENGTH + unsignedShort(at + 20) == this.bytes.limit()) {
				return at;
			}
		}
		throw broken();
	}

	private int readEntry(int at) {
		require(this.bytes.getInt(at) == CENTRAL);
		int flags = unsignedShort(at + 8);
		if ((flags & 0x2041) != 0) {
			throw new UnreadableDocumentException(Reason.LOCKED_OFFICE_FILE);
		}
		int method = unsignedShort(at + 10);
		require(method == 0 || method == 8);
		int nameLength = unsignedShort(at + 28);
		String name = name(at + CENTRAL_LENGTH, nameLength);
		boolean unix = this.bytes.get(at + 5) == UNIX;
		require(!unix || (unsignedShort(at + 40) & 0xf000) != SYMBOLIC_LINK);
		int header = this.bytes.getInt(at + 42);
		require(this.bytes.getInt(header) == LOCAL && unsignedShort(header + 26) == nameLength
				&& name(header + LOCAL_LENGTH, nameLength).equals(name) && unsignedShort(header + 8) == method
				&& (unsignedShort(header + 6) & 0x2041) == 0);
		int start = header + LOCAL_LENGTH + nameLength + unsignedShort(header + 28);
		Entry entry = new Entry(name, method == 8, this.bytes.getInt(at + 16), this.bytes.getInt(at + 20),
				this.bytes.getInt(at + 24), header, start);
		checkSize(entry);
		require(entry.deflated || entry.compressed == entry.size);
		require(this.entries.put(key(name), entry) == null);
		return at + CENTRAL_LENGTH + nameLength + unsignedShort(at + 30) + unsignedShort(at + 32);
	}

	private String name(int at, int length) {
		String name;
		try {
			name = StandardCharsets.UTF_8.newDecoder().decode(this.bytes.slice(at, length)).toString();
		}
		catch (CharacterCodingException ex) {
			throw broken();
		}
		require(!name.isEmpty() && !name.startsWith("/") && name.chars().noneMatch((c) -> c < ' ' || c == '\\')
				&& name.indexOf(':') < 0 && !List.of(name.split("/")).contains(".."));
		return name;
	}

	private static void checkSize(Entry entry) {
		require(entry.compressed >= 0);
		boolean dense = entry.size > RATIO_COUNTS_FROM && entry.size / Math.max(1, entry.compressed) > HIGHEST_RATIO;
		if (entry.size < 0 || entry.size > LARGEST_INFLATED || dense) {
			throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
		}
	}

	/** No two entries share a byte. */
	private void checkPlaces() {
		List<Entry> inOrder = new ArrayList<>(this.entries.values());
		inOrder.sort(Comparator.comparingInt(Entry::header));
		long free = 0;
		for (Entry entry : inOrder) {
			require(entry.header >= free);
			free = (long) entry.start + entry.compressed;
		}
		require(free <= this.bytes.limit() - END_LENGTH);
	}

	/** Inflates everything once, keeping nothing. */
	private void checkContents() {
		long total = 0;
		byte[] buffer = new byte[16 * 1024];
		for (Entry entry : this.entries.values()) {
			total += entry.size;
			if (total > LARGEST_INFLATED) {
				throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
			}
			checkContent(entry, buffer);
		}
	}

	private void checkContent(Entry entry, byte[] buffer) {
		CRC32 checksum = new CRC32();
		if (!entry.deflated) {
			checksum.update(this.bytes.array(), entry.start, entry.compressed);
		}
		else {
			inflate(entry, buffer, checksum);
		}
		require((int) checksum.getValue() == entry.checksum);
	}

	private void inflate(Entry entry, byte[] buffer, CRC32 checksum) {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(this.bytes.array(), entry.start, entry.compressed);
			while (!inflater.finished()) {
				int read = inflater.inflate(buffer);
				require(read > 0 || inflater.finished());
				if (inflater.getBytesWritten() > entry.size) {
					throw new UnreadableDocumentException(Reason.TOO_EXPANSIVE);
				}
				checksum.update(buffer, 0, read);
			}
			require(inflater.getBytesWritten() == entry.size && inflater.getBytesRead() == entry.compressed);
		}
		catch (DataFormatException ex) {
			throw broken();
		}
		finally {
			inflater.end();
		}
	}

	private int unsignedShort(int at) {
		return Short.toUnsignedInt(this.bytes.getShort(at));
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private static void require(boolean holds) {
		if (!holds) {
			throw broken();
		}
	}

	private static UnreadableDocumentException broken() {
		return new UnreadableDocumentException(Reason.BROKEN_OFFICE_FILE);
	}

	/**
	 * @param header where its own header stands
	 * @param start where its content begins
	 */
	private record Entry(String name, boolean deflated, int checksum, int compressed, int size, int header, int start) {
	}

}
