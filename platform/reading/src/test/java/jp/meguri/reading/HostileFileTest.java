package jp.meguri.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import jp.meguri.reading.UnreadableDocumentException.Place;
import jp.meguri.reading.UnreadableDocumentException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Files made to harm: each is refused quickly, at little cost, and calls nobody. */
class HostileFileTest {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** Of the processor's time, so that a busy machine changes nothing. */
	private static final Duration QUICKLY = Duration.ofSeconds(2);

	/** What refusing one file may allocate in all, garbage included. */
	private static final long LITTLE = 120L * 1024 * 1024;

	private static final int MEGABYTE = 1024 * 1024;

	private static final String ROW = OfficeFile.row(1, "一");

	@FunctionalInterface
	private interface Maker {

		byte[] make() throws IOException;

	}

	static Stream<Arguments> files() {
		return Stream.of(containers(), parts(), active(), sheets(), disguises()).flatMap((all) -> all);
	}

	private static Arguments file(String what, Reason reason, Maker maker) {
		return Arguments.of(what, "f", reason, maker);
	}

	private static Arguments named(String name, Reason reason, Maker maker) {
		return Arguments.of(name, name, reason, maker);
	}

	private static Stream<Arguments> containers() {
		return Stream.of(file("one part of 41 MB", Reason.TOO_EXPANSIVE, () -> bomb(1, 41)),
				file("parts of 44 MB together", Reason.TOO_EXPANSIVE, () -> dense(44)),
				file("a part that grows 1,000 times", Reason.TOO_EXPANSIVE, () -> bomb(1, 2)),
				file("a part larger than it says", Reason.TOO_EXPANSIVE,
						() -> patched((zip) -> zip.centralInt(24, 10))),
				file("a part of 4 GB", Reason.TOO_EXPANSIVE, () -> patched((zip) -> zip.centralInt(24, -2))),
				file("a part smaller than it says", Reason.BROKEN_OFFICE_FILE,
						() -> patched((zip) -> zip.centralInt(24, 5_000))),
				file("100,000 parts", Reason.TOO_EXPANSIVE, () -> entries(100_000)),
				file("5,000 parts that say to be 3", Reason.BROKEN_OFFICE_FILE, () -> lying(entries(5_000))),
				file("zip in zip in zip", Reason.OFFICE_FILE, () -> nested(bomb(1, 30), 3)),
				file("a name twice", Reason.BROKEN_OFFICE_FILE, () -> renamed("xl/twiceA.xml", "xl/twiceB.xml")),
				file("a name twice but for case", Reason.BROKEN_OFFICE_FILE,
						() -> OfficeFile.xlsx(ROW).part("XL/Workbook.xml", "<x/>").bytes()),
				file("a name that differs in its header", Reason.BROKEN_OFFICE_FILE,
						() -> patched((zip) -> zip.localName('X'))),
				file("a wrong checksum", Reason.BROKEN_OFFICE_FILE, () -> patched((zip) -> zip.centralInt(16, 1))),
				file("two parts in one place", Reason.BROKEN_OFFICE_FILE, () -> patched(Zip::overlap)),
				file("something behind the end", Reason.BROKEN_OFFICE_FILE,
						() -> patched((zip) -> zip.append(new byte[100]))),
				file("cut off", Reason.BROKEN_OFFICE_FILE, () -> patched((zip) -> zip.cut(40))),
				file("a symbolic link", Reason.BROKEN_OFFICE_FILE, () -> patched(Zip::link)),
				file("a password of zip", Reason.LOCKED_OFFICE_FILE, () -> patched((zip) -> zip.centralShort(8, 1))),
				slip("../../etc/passwd"), slip("/etc/passwd"), slip("C:/x.xml"), slip("xl\\x.xml"), slip("xl/../../x"),
				slip("xl/a\u0000.xml"));
	}

	private static Arguments slip(String name) {
		return file("a part named " + name.replace('\0', '?'), Reason.BROKEN_OFFICE_FILE,
				() -> OfficeFile.xlsx(ROW).part(name, "<x/>").bytes());
	}

	private static Stream<Arguments> parts() {
		String laughs = "<!DOCTYPE a [<!ENTITY a \"ha\">" + IntStream.range(0, 30)
			.mapToObj((i) -> "<!ENTITY a" + i + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">")
			.reduce("", String::concat) + "]><a>&a29;</a>";
		String external = "<!DOCTYPE a SYSTEM \"http://127.0.0.1:%d/a.dtd\"><a/>";
		String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:%d/x\">]><a>&x;</a>";
		String parameter = "<!DOCTYPE a [<!ENTITY %% p SYSTEM \"http://127.0.0.1:%d/p\"> %%p;]><a/>";
		return Stream
			.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml",
					"_rels/.rels", "docProps/core.xml", "xl/drawings/vmlDrawing1.vml")
			.flatMap((part) -> Stream.of(laughs, external, entity, parameter, entity.replace("http:", "file:"))
				.map((xml) -> file("document type in " + part, Reason.BROKEN_OFFICE_FILE,
						() -> OfficeFile.xlsx(ROW).part(part, xml.formatted(PORT[0])).bytes())));
	}

	private static Stream<Arguments> active() {
		String word = "<w:p><w:r><w:instrText>%s</w:instrText></w:r></w:p>";
		String external = "<Relationship Id=\"r9\" Type=\"http://x/%s\" Target=\"http://127.0.0.1/x\" TargetMode=\"External\"/>";
		return Stream.of(
				file("macro-enabled", Reason.ACTIVE_CONTENT,
						() -> OfficeFile.xlsx(ROW)
							.types("<Override PartName=\"/xl/workbook.xml\" "
									+ "ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>")
							.bytes()),
				active("xl/vbaProject.bin"), active("xl/macrosheets/sheet1.xml"),
				active("xl/externalLinks/externalLink1.xml"), active("xl/embeddings/oleObject1.bin"),
				active("xl/embeddings/Microsoft_Excel.xlsx"), active("xl/activeX/activeX1.xml"),
				active("xl/connections.xml"), active("xl/queryTables/queryTable1.xml"),
				file("a picture from elsewhere", Reason.ACTIVE_CONTENT,
						() -> OfficeFile.xlsx(ROW)
							.part("xl/drawings/_rels/drawing1.xml.rels",
									OfficeFile.relationships(external.formatted("image")))
							.bytes()),
				file("a template from elsewhere", Reason.ACTIVE_CONTENT,
						() -> OfficeFile.docx("")
							.part("word/_rels/settings.xml.rels",
									OfficeFile.relationships(external.formatted("attachedTemplate")))
							.bytes()),
				file("DDE", Reason.ACTIVE_CONTENT,
						() -> OfficeFile.docx(word.formatted(" DDEAUTO c:\\\\x.exe \"a\" ")).bytes()),
				file("DDE in pieces", Reason.ACTIVE_CONTENT, () -> OfficeFile
					.docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DD</w:instrText></w:r><w:r>"
							+ "<w:instrText>E \"x\"</w:instrText></w:r></w:p>")
					.bytes()),
				file("text of another file", Reason.ACTIVE_CONTENT,
						() -> OfficeFile.docx("<w:altChunk r:id=\"r1\" xmlns:r=\"x\"/>").bytes()),
				file("an object", Reason.ACTIVE_CONTENT,
						() -> OfficeFile.docx("<w:p><w:r><w:object/></w:r></w:p>").bytes()));
	}

	private static Arguments active(String part) {
		return file(part, Reason.ACTIVE_CONTENT, () -> OfficeFile.xlsx(ROW).part(part, "<x/>").bytes());
	}

	private static Stream<Arguments> sheets() {
		return Stream.of(
				file("row 1,048,577", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx("<row r=\"1048577\"><c><v>1</v></c></row>").bytes()),
				file("1,048,577 rows", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx(each("<row r=\"%d\"/>", 1_048_577)).bytes()),
				file("20,000 columns", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx("<row>" + each("<c><v>%d</v></c>", 20_000) + "</row>").bytes()),
				file("column ACOF", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx("<row><c r=\"ACOF1\"><v>1</v></c></row>").bytes()),
				file("column ZZZZZZ", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>").bytes()),
				file("rows that go back", Reason.BROKEN_OFFICE_FILE,
						() -> OfficeFile.xlsx(OfficeFile.row(5, "五") + OfficeFile.row(2, "二")).bytes()),
				file("a maze of merged cells", Reason.TOO_EXPANSIVE,
						() -> merged(IntStream.range(1, 10_000)
							.mapToObj((i) -> "<mergeCell ref=\"A" + 2 * i + ":B" + 2 * i + "\"/>"))),
				file("merged cells that overlap", Reason.BROKEN_OFFICE_FILE,
						() -> merged(Stream.of("<mergeCell ref=\"A1:C3\"/>", "<mergeCell ref=\"B2:D4\"/>"))),
				file("1,000,000 styles", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx(ROW)
							.part("xl/styles.xml",
									"<styleSheet><cellXfs>" + each("<xf numFmtId=\"%d\"/>", 1_000_000)
											+ "</cellXfs></styleSheet>")
							.bytes()),
				file("1,000,000 strings", Reason.TOO_EXPANSIVE,
						() -> OfficeFile.xlsx(ROW).strings(each("<si><t>%d</t></si>", 1_000_000)).bytes()),
				file("elements in elements", Reason.BROKEN_OFFICE_FILE,
						() -> OfficeFile.docx(many("<w:p>", 1_000) + many("</w:p>", 1_000)).bytes()),
				file("a table in a table in a table", Reason.BROKEN_OFFICE_FILE,
						() -> OfficeFile
							.docx(many("<w:tbl><w:tr><w:tc>", 1_000) + many("</w:tc></w:tr></w:tbl>", 1_000))
							.bytes()),
				file("a cell over 1,000,000 columns", Reason.TOO_EXPANSIVE, () -> OfficeFile
					.docx("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr></w:tc></w:tr></w:tbl>")
					.bytes()),
				file("a text of 3,000,000 characters", Reason.TOO_LONG,
						() -> OfficeFile.docx(each("<w:p><w:r><w:t>%d海辺の夕市を市民と開く。</w:t></w:r></w:p>", 170_000))
							.bytes()));
	}

	private static byte[] merged(Stream<String> cells) {
		return OfficeFile.xlsx(java.util.Map.of("表",
				"<sheetData>" + ROW + "</sheetData><mergeCells>" + String.join("", cells.toList()) + "</mergeCells>"))
			.bytes();
	}

	private static Stream<Arguments> disguises() {
		byte[] text = "部局\t環境部\n".getBytes(StandardCharsets.UTF_8);
		byte[] old = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0 };
		byte[] locked = ByteBuffer.allocate(600)
			.put(old)
			.position(512)
			.put("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
			.array();
		return Stream.of(named("text.xlsx", Reason.CONTENT_DIFFERS, () -> text),
				named("sheet.docx", Reason.CONTENT_DIFFERS, () -> OfficeFile.xlsx(ROW).bytes()),
				named("sheet.txt", Reason.CONTENT_DIFFERS, () -> OfficeFile.xlsx(ROW).bytes()),
				named("a.xlsx\0.html", Reason.CONTENT_DIFFERS, () -> OfficeFile.xlsx(ROW).bytes()),
				named("a.pdf", Reason.CONTENT_DIFFERS, () -> text),
				named("old.xlsx", Reason.OLD_OFFICE_FILE, () -> old),
				named("old.xls", Reason.OLD_OFFICE_FILE, () -> old),
				named("locked.xlsx", Reason.LOCKED_OFFICE_FILE, () -> locked),
				named("empty.txt", Reason.EMPTY_FILE, () -> new byte[0]),
				named("large.xlsx", Reason.TOO_EXPANSIVE, () -> new byte[20 * MEGABYTE + 1]),
				named("line.csv", Reason.TOO_LONG, () -> many("a", 19 * MEGABYTE).getBytes(StandardCharsets.US_ASCII)),
				named("quotes.csv", Reason.BROKEN_CSV, () -> many("\"", 1_999_999).getBytes(StandardCharsets.US_ASCII)),
				named("broken.csv", Reason.BROKEN_TEXT, () -> new byte[] { (byte) 0x82, (byte) 0xff, 'a' }));
	}

	private static final int[] PORT = new int[1];

	@ParameterizedTest(name = "{0}")
	@MethodSource("files")
	void isRefused(String what, String name, Reason reason, Maker maker) throws IOException {
		try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			PORT[0] = nobody.getLocalPort();
			byte[] bytes = maker.make();
			long allocated = allocated();
			long started = THREADS.getCurrentThreadCpuTime();
			UnreadableDocumentException refusal = catchThrowableOfType(UnreadableDocumentException.class,
					() -> SourceDocument.decode(name, bytes));
			Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - started);
			long spent = allocated() - allocated;
			assertThat(refusal).as(what).isNotNull();
			assertThat(refusal.reason()).as(what).isEqualTo(reason);
			assertThat(taken).as(what).isLessThan(QUICKLY);
			assertThat(spent).as(what).isLessThan(LITTLE);
			nobody.setSoTimeout(1);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(nobody::accept);
		}
	}

	private static long allocated() {
		return THREADS.getCurrentThreadAllocatedBytes();
	}

	@Test
	void namesOfFiles_areMadeHarmless() {
		assertThat(FileName.clean("a.xlsx\0.html")).isEqualTo("a.xlsx.html");
		assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
		assertThat(FileName.clean("C:\\temp\\目標シート.xlsx")).isEqualTo("目標シート.xlsx");
		assertThat(FileName.clean("CON")).isEqualTo("_CON");
		assertThat(FileName.clean("nul.txt")).isEqualTo("_nul.txt");
		assertThat(FileName.clean("シート\u202excod.exe")).isEqualTo("シートxcod.exe");
		assertThat(FileName.clean("a\r\nSet-Cookie: b.txt")).isEqualTo("aSet-Cookie b.txt");
		assertThat(FileName.clean("葛\udb40\udd00𠮷.docx")).isEqualTo("葛\udb40\udd00𠮷.docx");
		assertThat(FileName.clean(". . ")).isEqualTo("document");
		assertThat(FileName.clean("長".repeat(300) + ".xlsx")).hasSize(120).endsWith("長.xlsx");
	}

	@Test
	void csv_isReadInEveryDocumentedForm() {
		String csv = "部局,\"環境,部\"\r\n\"一\n二\",三\r四\n\"\"\"五\"\"\",,六";
		String expected = "部局\t環境,部\n一<br>二\t三\n四\n\"五\"\t\t六\n";
		assertThat(decode(csv.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
		assertThat(decode(("\ufeff" + csv).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
		assertThat(decode(("\ufeff" + csv).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
		assertThat(decode(csv.getBytes(Charset.forName("windows-31j")))).isEqualTo(expected);
	}

	@Test
	void csvWithAnOpenQuote_isRefusedWithRowAndColumn() {
		assertThatExceptionOfType(UnreadableDocumentException.class)
			.isThrownBy(() -> decode("一,二\n三,\"四\n五,六".getBytes(StandardCharsets.UTF_8)))
			.satisfies((ex) -> assertThat(ex.place()).isEqualTo(new Place("", 2, 2)));
		assertThatExceptionOfType(UnreadableDocumentException.class)
			.isThrownBy(() -> decode("一,二\n\"三\"x,四".getBytes(StandardCharsets.UTF_8)))
			.satisfies((ex) -> assertThat(ex.place()).isEqualTo(new Place("", 2, 1)));
	}

	private static String decode(byte[] csv) {
		return SourceDocument.decode("t.csv", csv).text();
	}

	@Test
	void refusedFiles_leaveNothingBehind(@TempDir java.nio.file.Path folder) throws IOException {
		String before = System.getProperty("java.io.tmpdir");
		System.setProperty("java.io.tmpdir", folder.toString());
		try {
			byte[] bytes = bomb(3, 12);
			IntStream.range(0, 20)
				.forEach((i) -> catchThrowableOfType(UnreadableDocumentException.class,
						() -> SourceDocument.decode("f.xlsx", bytes)));
			try (Stream<java.nio.file.Path> left = java.nio.file.Files.list(folder)) {
				assertThat(left).isEmpty();
			}
		}
		finally {
			System.setProperty("java.io.tmpdir", before);
		}
	}

	private static String many(String text, int times) {
		return text.repeat(times);
	}

	private static String each(String text, int times) {
		String[] ends = text.split("%d", -1);
		StringBuilder all = new StringBuilder();
		IntStream.rangeClosed(1, times).forEach((i) -> all.append(ends[0]).append(i).append(ends[1]));
		return all.toString();
	}

	private static byte[] bomb(int parts, int megabytes) {
		OfficeFile file = OfficeFile.xlsx(ROW);
		IntStream.range(0, parts).forEach((i) -> file.part("xl/media/" + i + ".png", new byte[megabytes * MEGABYTE]));
		return file.bytes();
	}

	/** Parts that are packed well, but no better than a spreadsheet. */
	private static byte[] dense(int megabytes) {
		OfficeFile file = OfficeFile.xlsx(ROW);
		byte[] part = new byte[MEGABYTE];
		for (int i = 0; i < part.length; i += 64) {
			part[i] = (byte) (i * 31 >> 6);
		}
		IntStream.range(0, megabytes).forEach((i) -> file.part("xl/media/" + i + ".png", part));
		return file.bytes();
	}

	private static byte[] entries(int count) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setLevel(0);
			for (int i = 0; i < count; i++) {
				zip.putNextEntry(new ZipEntry(String.valueOf(i)));
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] lying(byte[] zip) {
		return ByteBuffer.wrap(zip)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putShort(zip.length - 14, (short) 3)
			.putShort(zip.length - 12, (short) 3)
			.array();
	}

	private static byte[] nested(byte[] inner, int depth) throws IOException {
		byte[] zipped = inner;
		for (int i = 0; i < depth; i++) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
				zip.putNextEntry(new ZipEntry("a.zip"));
				zip.write(zipped);
			}
			zipped = bytes.toByteArray();
		}
		return zipped;
	}

	/** Two parts, the second renamed to the first behind the back of the zip library. */
	private static byte[] renamed(String one, String other) {
		byte[] bytes = OfficeFile.xlsx(ROW).part(one, "<x/>").part(other, "<y/>").bytes();
		String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(other, one);
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] patched(Consumer<Zip> patch) {
		Zip zip = new Zip(OfficeFile.xlsx(ROW).bytes());
		patch.accept(zip);
		return zip.bytes;
	}

	/** A zip file whose headers are changed byte by byte. */
	private static final class Zip {

		private byte[] bytes;

		private Zip(byte[] bytes) {
			this.bytes = bytes;
		}

		private ByteBuffer buffer() {
			return ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
		}

		private int central() {
			return buffer().getInt(this.bytes.length - 6);
		}

		private void centralInt(int at, int value) {
			buffer().putInt(central() + at, value);
		}

		private void centralShort(int at, int value) {
			buffer().putShort(central() + at, (short) value);
		}

		private void localName(char first) {
			this.bytes[30] = (byte) first;
		}

		private void link() {
			this.bytes[central() + 5] = 3;
			centralInt(38, 0xa1ff << 16);
		}

		/** The second part is said to stand where the first does, under its name. */
		private void overlap() {
			int first = central();
			int length = 46 + buffer().getShort(first + 28);
			System.arraycopy(this.bytes, first, this.bytes, first + length, Math.min(46, length));
		}

		private void append(byte[] more) {
			this.bytes = ByteBuffer.allocate(this.bytes.length + more.length).put(this.bytes).put(more).array();
		}

		private void cut(int length) {
			this.bytes = java.util.Arrays.copyOf(this.bytes, this.bytes.length - length);
		}

	}

}
