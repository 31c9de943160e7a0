package jp.meguri.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;

/**
 * A real SMTP server on a port of its own that delivers to nobody.
 */
public final class MailSink implements AutoCloseable {

	private final GreenMail server;

	private MailSink(GreenMail server) {
		this.server = server;
	}

	public static MailSink start(MailFolder folder) {
		var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		UserManager users = server.getUserManager();
		users.setMessageDeliveryHandler((message, receiver) -> keep(folder, users, message, receiver));
		return new MailSink(server);
	}

	private static GreenMailUser keep(MailFolder folder, UserManager users, MovingMessage message, MailAddress receiver)
			throws MessagingException, UserException {
		try {
			folder.keep(message.getMessage(), receiver.getEmail());
		}
		catch (IOException ex) {
			throw new MessagingException("The mail could not be kept", ex);
		}
		var user = users.getUserByEmail(receiver.getEmail());
		return (user != null) ? user : users.createUser(receiver.getEmail(), receiver.getEmail(), receiver.getEmail());
	}

	public int port() {
		return this.server.getSmtp().getPort();
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
