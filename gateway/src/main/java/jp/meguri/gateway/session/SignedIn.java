package jp.meguri.gateway.session;

import java.util.Optional;
import org.springframework.web.server.WebSession;

/**
 * Who a session belongs to.
 *
 * @param issuer the provider that said so
 * @param subject the provider's id of the person
 * @param city slug of the city whose provider it was
 * @param signIn the provider's name of this sign-in ({@code sid}); empty if it has none
 */
public record SignedIn(String issuer, String subject, String city, String signIn) {

	static final String ISSUER = "issuer";

	static final String SUBJECT = "subject";

	static final String CITY = "city";

	static final String SIGN_IN = "sid";

	/** The person of the session; empty for an anonymous one. */
	public static Optional<SignedIn> in(WebSession session) {
		String issuer = session.getAttribute(ISSUER);
		String subject = session.getAttribute(SUBJECT);
		String city = session.getAttribute(CITY);
		if (issuer == null || subject == null || city == null) {
			return Optional.empty();
		}
		return Optional.of(new SignedIn(issuer, subject, city, session.getAttributeOrDefault(SIGN_IN, "")));
	}

	void writeTo(WebSession session) {
		session.getAttributes().put(ISSUER, this.issuer);
		session.getAttributes().put(SUBJECT, this.subject);
		session.getAttributes().put(CITY, this.city);
		session.getAttributes().put(SIGN_IN, this.signIn);
	}

}
