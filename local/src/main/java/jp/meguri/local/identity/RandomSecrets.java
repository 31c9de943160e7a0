package jp.meguri.local.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the gateway's secret as it is: 32 random bytes cannot be guessed, so a slow
 * hash would only slow down every sign-in.
 */
final class RandomSecrets implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence raw) {
		return (raw != null) ? raw.toString() : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence raw, @Nullable String kept) {
		return raw != null && kept != null && MessageDigest.isEqual(raw.toString().getBytes(StandardCharsets.UTF_8),
				kept.getBytes(StandardCharsets.UTF_8));
	}

}
