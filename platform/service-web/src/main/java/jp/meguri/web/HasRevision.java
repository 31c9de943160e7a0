package jp.meguri.web;

/**
 * A view of something that has a revision; the answer carries it as {@code ETag}.
 */
public interface HasRevision {

	long revision();

}
