package dev.schemalatch.registry;

import dev.schemalatch.source.Limits;
import java.time.Duration;

/**
 * How much of an image is read.
 *
 * @param imageBytes bytes that one reading pulls, all layers together
 * @param layerBytes bytes of one layer
 * @param layerEntries files, folders and links of one layer
 * @param expansion how many times larger than itself a layer may become; small layers are not held to it
 * @param migrations limits of the folder that is read out of it
 * @param time in all, for one reading
 */
public record PullLimits(
        long imageBytes, long layerBytes, int layerEntries, int expansion, Limits migrations, Duration time) {

    private static final long MIB = 1024 * 1024;

    public static final PullLimits DEFAULT =
            new PullLimits(2048 * MIB, 1024 * MIB, 1_000_000, 100, Limits.DEFAULT, Duration.ofMinutes(2));

    public PullLimits withTime(Duration most) {
        return new PullLimits(imageBytes, layerBytes, layerEntries, expansion, migrations, most);
    }

    public PullLimits withBytes(long image, long layer) {
        return new PullLimits(image, layer, layerEntries, expansion, migrations, time);
    }

    /** Bytes that a layer may unpack to. */
    long unpacked(long packed) {
        return Math.max(64 * MIB, packed * expansion);
    }
}
