package jp.meguri.faults.audit.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The letters that arrived, one file each.
 *
 * @param directory where they lie
 */
record MailSink(Path directory) {

	private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

	private static final Pattern TO = Pattern.compile("(?im)^To:\\s*(\\S+)");

	List<Rows.Letter> letters() throws IOException {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			var names = files.filter((file) -> file.toString().endsWith(".eml")).sorted().toList();
			var letters = new ArrayList<Rows.Letter>();
			for (var file : names) {
				letters.add(letter(file));
			}
			return letters;
		}
	}

	private static Rows.Letter letter(Path file) throws IOException {
		var text = Files.readString(file, StandardCharsets.ISO_8859_1);
		var head = text.split("\r?\n\r?\n", 2)[0];
		return new Rows.Letter(file.getFileName().toString(), Files.getLastModifiedTime(file).toMillis(),
				first(MESSAGE_ID, head), first(TO, head));
	}

	private static String first(Pattern pattern, String text) {
		var matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1) : "";
	}

}
