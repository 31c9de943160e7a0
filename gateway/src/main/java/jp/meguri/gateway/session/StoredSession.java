package jp.meguri.gateway.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.meguri.gateway.web.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session and what of it the database does not know yet.
 */
final class StoredSession implements Session {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Map<String, String> attributes;

	private final Instant createdAt;

	private final Duration longest;

	private final @Nullable Instant storedUse;

	private @Nullable String storedHash;

	private String id;

	private Instant usedAt;

	private Duration idle;

	private boolean changed;

	private StoredSession(String id, @Nullable String storedHash, Map<String, String> attributes, Instant createdAt,
			@Nullable Instant storedUse, SessionProperties settings) {
		this.id = id;
		this.storedHash = storedHash;
		this.attributes = new HashMap<>(attributes);
		this.createdAt = createdAt;
		this.storedUse = storedUse;
		this.usedAt = (storedUse != null) ? storedUse : createdAt;
		this.idle = settings.idle();
		this.longest = settings.longest();
	}

	static StoredSession create(Instant now, SessionProperties settings) {
		return new StoredSession(newId(), null, Map.of(), now, null, settings);
	}

	static StoredSession found(String id, Map<String, String> attributes, Instant createdAt, Instant usedAt,
			SessionProperties settings) {
		return new StoredSession(id, Digest.sha256(id), attributes, createdAt, usedAt, settings);
	}

	/** Under which hash the row stands; null before the first save. */
	@Nullable String storedHash() {
		return this.storedHash;
	}

	String hash() {
		return Digest.sha256(this.id);
	}

	Map<String, String> attributes() {
		return Map.copyOf(this.attributes);
	}

	Instant expiresAt() {
		var idleEnd = this.usedAt.plus(this.idle);
		var end = this.createdAt.plus(this.longest);
		return idleEnd.isBefore(end) ? idleEnd : end;
	}

	/** Whether a save would tell the database anything worth a write. */
	boolean needsSave() {
		return this.storedHash == null || this.changed || !hash().equals(this.storedHash) || this.storedUse == null
				|| this.storedUse.plus(this.idle.dividedBy(60)).isBefore(this.usedAt);
	}

	void saved() {
		this.storedHash = hash();
		this.changed = false;
	}

	@Override
	public String getId() {
		return this.id;
	}

	@Override
	public String changeSessionId() {
		this.id = newId();
		return this.id;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T getAttribute(String name) {
		return (T) this.attributes.get(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return Set.copyOf(this.attributes.keySet());
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value == null) {
			removeAttribute(name);
			return;
		}
		if (!(value instanceof String text)) {
			throw new IllegalArgumentException("A session keeps text only, not " + value.getClass().getName());
		}
		this.changed |= !text.equals(this.attributes.put(name, text));
	}

	@Override
	public void removeAttribute(String name) {
		this.changed |= this.attributes.remove(name) != null;
	}

	@Override
	public Instant getCreationTime() {
		return this.createdAt;
	}

	@Override
	public void setLastAccessedTime(Instant at) {
		this.usedAt = at;
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.usedAt;
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.idle = interval;
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.idle;
	}

	@Override
	public boolean isExpired() {
		return !Instant.now().isBefore(expiresAt());
	}

	private static String newId() {
		var bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
