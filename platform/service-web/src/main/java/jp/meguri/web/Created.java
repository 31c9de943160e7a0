package jp.meguri.web;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * What a create led to; a repeated create is told the same.
 *
 * @param location path of the new thing
 * @param revision its revision then
 */
public record Created(UUID id, String location, long revision) {

	/** 201 with Location and ETag. */
	public <V> ResponseEntity<V> with(V view) {
		return ResponseEntity.created(URI.create(this.location)).eTag(Etags.of(this.revision)).body(view);
	}

}
