package jp.meguri.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of the reliability list (part 4, B59 to B70, B75) on their way through the API;
 * what is hostile inside of them is {@code HostileFileTest}'s in platform/reading.
 */
class BadFileIT {

	private static final String CLERK = "sato";

	private static final String IMPORTS = "/api/goals/imports";

	private static final String SHEET = "xl/worksheets/sheet1.xml";

	private static final Charset CP932 = Charset.forName("Windows-31J");

	private final Platform platform = Platform.in(Path.of(System.getProperty("meguri.data")));

	private final Door door = new Door(this.platform);

	static Stream<Arguments> files() throws IOException {
		return Stream.of(row("B59 bomb", "a.xlsx", zip(Map.of(SHEET, new byte[200 << 20])), 413, 422),
				row("B60 XXE", "a.docx",
						zip(Map.of("word/document.xml",
								text("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">]><a>&x;</a>"))),
						422),
				row("B60 laughs", "a.xlsx",
						zip(Map.of("xl/workbook.xml", text(
								"<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>"))),
						422),
				row("B61 doubled names", "a.xlsx", doubled(), 422),
				row("B62 slip", "a.xlsx", zip(Map.of("../../evil.xml", text("<a/>"))), 422),
				row("B62 absolute", "a.xlsx", zip(Map.of("/etc/passwd", text("x"))), 422),
				row("B63 macros", "a.xlsm", zip(Map.of("xl/vbaProject.bin", new byte[100])), 415, 422),
				row("B63 old Excel", "a.xlsx",
						new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
								(byte) 0xE1 },
						415, 422),
				row("B64 rows", "a.xlsx",
						zip(Map.of(SHEET, text("<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>"))),
						422),
				row("B67 quote", "a.csv", text("a,b\n\"open,1\n"), 422),
				row("B67 ragged bytes", "a.csv", new byte[] { 'a', ',', (byte) 0x81 }, 422),
				row("B69 PDF that is none", "a.pdf", text("no PDF at all"), 415, 422),
				row("B69 workbook named as text", "a.txt", zip(Map.of("[Content_Types].xml", text("<Types/>"))), 415,
						422),
				row("B69 PDF named as workbook", "a.xlsx", text("%PDF-1.7\n"), 415, 422),
				row("B69 empty", "a.txt", new byte[0], 422),
				row("B69 large text", "a.txt", "あ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8), 413, 422),
				row("B69 beyond 20 MB", "a.pdf", new byte[20 * 1024 * 1024 + 1], 413),
				row("B11 broken UTF-8", "a.txt", broken("施策の目標"), 422),
				row("B30 binary", "a.txt", new byte[] { 0, 1, 2, 3, 0, 0 }, 415, 422));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("files")
	void file_isRefused_andNothingIsKept(String name, String file, byte[] bytes, List<Integer> statuses)
			throws SQLException {
		long before = imports();
		Door.requireRefused(upload(file, bytes), statuses.toArray(Integer[]::new));
		assertThat(imports()).isEqualTo(before);
	}

	@ParameterizedTest(name = "B67 {0} as {1}")
	@CsvSource({ "Windows-31J,CP932,txt", "UTF-8,UTF_8,txt", "UTF-16,UTF_16,txt", "Windows-31J,CP932,csv",
			"UTF-8,UTF_8,csv" })
	void b67_documentedEncodings_areConverted_andSaidSo(String charset, String encoding, String ending) {
		String line = "施策の目標,髙橋①～" + UUID.randomUUID();
		JsonNode read = Door.good(upload("表." + ending, (line + "\r\n二行目\n").getBytes(Charset.forName(charset))));
		assertThat(read.path("encoding").asString()).isEqualTo(encoding);
		assertThat(read.toString()).contains("髙橋①～");
		abandon(read);
	}

	@Test
	void b67_aByteOrderMark_isNoText() {
		JsonNode read = Door.good(upload("a.txt", ("\uFEFF施策" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)));
		assertThat(read.path("encoding").asString()).isEqualTo("UTF_8");
		assertThat(read.toString()).doesNotContain("\uFEFF");
		abandon(read);
	}

	@ParameterizedTest(name = "B68 {0}")
	@CsvSource({ "'../../a.txt'", "'C:\\temp\\a.txt'", "'CON.txt'", "'a\u202etxt.exe.txt'", "'.txt'" })
	void b68_theName_isMadeHarmless(String name) {
		JsonNode read = Door.good(upload(name, text("施策 " + UUID.randomUUID())));
		assertThat(read.path("name").asString()).isNotBlank().doesNotContain("/", "\\", "..", "\u202e", "\u0000");
		abandon(read);
	}

	@Test
	void b68_aLongName_isShortened_orRefused() {
		Answer answer = upload("a".repeat(300) + ".txt", text("施策 " + UUID.randomUUID()));
		if (answer.isGood()) {
			assertThat(Door.good(answer).path("name").asString().length()).isLessThan(256);
			abandon(Door.good(answer));
		}
		else {
			Door.requireRefused(answer, 422);
		}
	}

	@ParameterizedTest(name = "B16 {index}")
	@CsvSource(value = { "--x\r\n", "no part at all",
			"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx",
			"--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--x--\r\n",
			"--x\r\n\r\nx\r\n--x--\r\n" }, quoteCharacter = '`')
	void b16_brokenParts_areRefused(String body) {
		Door.requireRefused(this.door.send(CLERK, "POST", IMPORTS,
				Map.of("Content-Type", "multipart/form-data;boundary=x"), text(body)), 400, 422);
	}

	@Test
	void b75_uploadsThatBreakOff_leaveNothing() throws SQLException {
		long before = imports();
		var raw = new Raw(this.platform);
		for (int i = 0; i < 20; i++) {
			raw.sendAndLeave("POST " + IMPORTS + " HTTP/1.1\r\n" + raw.host() + "Authorization: Bearer "
					+ this.platform.token(CLERK)
					+ "\r\nContent-Type: multipart/form-data;boundary=x\r\nContent-Length: 100000\r\n\r\n"
					+ "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
					+ "x".repeat(90_000));
		}
		assertThat(imports()).isEqualTo(before);
		Door.good(this.door.get(CLERK, IMPORTS));
	}

	private Answer upload(String name, byte[] bytes) {
		var body = new ByteArrayOutputStream();
		body.writeBytes(text("--fuzz\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
				+ name.replace("\\", "\\\\") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
		body.writeBytes(bytes);
		body.writeBytes(text("\r\n--fuzz--\r\n"));
		return this.door.send(CLERK, "POST", IMPORTS, Map.of("Content-Type", "multipart/form-data;boundary=fuzz"),
				body.toByteArray());
	}

	private void abandon(JsonNode read) {
		assertThat(this.door
			.send(CLERK, "DELETE", IMPORTS + "/" + read.path("id").asString(),
					Map.of("If-Match", "\"" + read.path("revision").asString() + "\""), new byte[0])
			.isGood()).isTrue();
	}

	private long imports() throws SQLException {
		return Books.count(this.platform, "goals", "select count(*) from document_import");
	}

	private static byte[] zip(Map<String, byte[]> entries) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			for (var entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		return bytes.toByteArray();
	}

	/** No library writes the same name twice. */
	private static byte[] doubled() throws IOException {
		byte[] bytes = zip(Map.of("xl/a.xml", text("<a/>"), "xl/b.xml", text("<b/>")));
		return new String(bytes, StandardCharsets.ISO_8859_1).replace("xl/b.xml", "xl/a.xml")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Neither UTF-8 any more nor CP932. */
	private static byte[] broken(String text) {
		byte[] bytes = (text + "\n" + new String(text.getBytes(CP932), CP932)).getBytes(StandardCharsets.UTF_8);
		bytes[bytes.length - 1] = (byte) 0xFF;
		return bytes;
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static Arguments row(String name, String file, byte[] bytes, Integer... statuses) {
		return Arguments.of(name, file, bytes, List.of(statuses));
	}

}
