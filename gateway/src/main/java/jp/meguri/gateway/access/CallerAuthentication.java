package jp.meguri.gateway.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * An identified caller. It carries no authorities: what people may do stands in the
 * directory, not in tokens.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Caller caller;

	private final @Nullable String bearerToken;

	private CallerAuthentication(Caller caller, @Nullable String bearerToken) {
		super(List.of());
		this.caller = caller;
		this.bearerToken = bearerToken;
		setAuthenticated(true);
	}

	static CallerAuthentication bySession(Caller caller) {
		return new CallerAuthentication(caller, null);
	}

	static CallerAuthentication byToken(Caller caller, String token) {
		return new CallerAuthentication(caller, token);
	}

	public Caller caller() {
		return this.caller;
	}

	/** The token the caller brought; empty for a cookie session. */
	public Optional<String> bearerToken() {
		return Optional.ofNullable(this.bearerToken);
	}

	@Override
	public Object getPrincipal() {
		return this.caller;
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

}
