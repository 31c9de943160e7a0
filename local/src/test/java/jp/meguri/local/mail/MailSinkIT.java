package jp.meguri.local.mail;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailSinkIT {

	@TempDir
	Path directory;

	@Test
	void mail_isKeptAsAFile_perReceiver() throws Exception {
		var folder = new MailFolder(this.directory.resolve("mail"), Clock.systemUTC());
		try (var sink = MailSink.start(folder)) {
			send(sink.port(), "sato@nagisa.example", "suzuki@nagisa.example");
			send(sink.port(), "sato@nagisa.example");
		}

		assertThat(folder.names()).hasSize(3).first().asString().endsWith("sato@nagisa.example.eml");
		var mail = KeptMail.read(folder.file(folder.names().get(0)).orElseThrow());
		assertThat(mail.subject()).isEqualTo("【なぎさ市】確認のお願い");
		assertThat(mail.text()).contains("目標シートを確認してください。");
	}

	@Test
	void mailPage_showsMarkupAsText() throws Exception {
		var folder = new MailFolder(this.directory.resolve("mail"), Clock.systemUTC());
		folder.keep(message("<script>alert(1)</script>", "sato@nagisa.example"), "../../sato@nagisa.example");

		assertThat(new MailPages(folder).list()).contains("&lt;script&gt;").doesNotContain("<script>");
		assertThat(folder.names()).singleElement().asString().doesNotContain("/");
	}

	private static void send(int port, String... receivers) throws Exception {
		Transport.send(message("【なぎさ市】確認のお願い", port, receivers));
	}

	private static MimeMessage message(String subject, String receiver) throws Exception {
		return message(subject, 25, receiver);
	}

	private static MimeMessage message(String subject, int port, String... receivers) throws Exception {
		var settings = new Properties();
		settings.put("mail.smtp.host", "127.0.0.1");
		settings.put("mail.smtp.port", String.valueOf(port));
		var message = new MimeMessage(Session.getInstance(settings));
		message.setFrom(new InternetAddress("meguri@nagisa.example"));
		for (var receiver : receivers) {
			message.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(receiver));
		}
		message.setSubject(subject, "UTF-8");
		message.setText("目標シートを確認してください。\n", "UTF-8");
		message.saveChanges();
		return message;
	}

}
