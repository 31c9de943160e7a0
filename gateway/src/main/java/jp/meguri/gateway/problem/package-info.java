/**
 * How the gateway says no: RFC 9457 problems in Japanese and English, for every failure.
 */
@NullMarked
package jp.meguri.gateway.problem;

import org.jspecify.annotations.NullMarked;
