package dev.schemalatch.gate;

/**
 * What a pod template says of the version that it starts.
 *
 * @param source the migrations that it ships: names of ConfigMaps or an image; empty where it names none
 * @param images its containers' images, separated by commas
 */
public record Version(String source, String images) {

    /** What people know it by. */
    public String shown() {
        return source.isEmpty() ? images : source;
    }
}
