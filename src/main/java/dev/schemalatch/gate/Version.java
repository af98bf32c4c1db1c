package dev.schemalatch.gate;

/**
 * What a pod template says of the version that it starts.
 *
 * @param source the migrations that it ships: names of ConfigMaps or an image; empty where that is not told
 * @param images its containers' images, separated by commas
 */
public record Version(String source, String images) {

    private static final int SHOWN = 256;

    /** What people know it by; its beginning where it is long. */
    public String shown() {
        var name = source.isEmpty() ? images : source;
        return name.substring(0, Math.min(SHOWN, name.length()));
    }
}
