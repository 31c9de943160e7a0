package jp.meguri.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as people see it.
 *
 * @param file name of its file
 * @param from sender
 * @param to receivers
 * @param subject subject line
 * @param date when it was sent
 * @param text the readable part
 */
record KeptMail(String file, String from, String to, String subject, String date, String text) {

	static KeptMail read(Path file) throws IOException {
		try (var bytes = Files.newInputStream(file)) {
			var message = new MimeMessage(Session.getInstance(new Properties()), bytes);
			return new KeptMail(file.getFileName().toString(), header(message, "From"), header(message, "To"),
					header(message, "Subject"), header(message, "Date"), text(message).findFirst().orElse(""));
		}
		catch (MessagingException ex) {
			return new KeptMail(file.getFileName().toString(), "", "", "(" + ex.getMessage() + ")", "", "");
		}
	}

	private static String header(MimeMessage message, String name) throws MessagingException, IOException {
		@Nullable String[] values = message.getHeader(name);
		if (values == null) {
			return "";
		}
		var line = Arrays.stream(values).collect(Collectors.joining(", "));
		return MimeUtility.decodeText(MimeUtility.unfold(line));
	}

	private static Stream<String> text(Part part) throws MessagingException, IOException {
		if (part.isMimeType("text/*")) {
			return Stream.of(part.getContent().toString());
		}
		if (part.getContent() instanceof Multipart parts) {
			var texts = Stream.<String>empty();
			for (int index = 0; index < parts.getCount(); index++) {
				BodyPart child = parts.getBodyPart(index);
				texts = Stream.concat(texts, text(child));
			}
			return texts;
		}
		return Stream.empty();
	}

}
