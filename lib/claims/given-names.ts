/**
 * Given names that are mostly a woman's or mostly a man's, in the languages they are common in; names of both are left out.
 * Written for this project from general knowledge; no list was copied. They only ever speak against a pronoun's reading.
 */
export const SHE_NAMES = `
Abigail Adele Adriana Agata Agnes Agnieszka Aicha Aisha Aleksandra Alena Alexandra Alice Alicia Alina Alison Amanda Amelia Amina Amira Ana Anastasia Angela
Angelina Anita Anna Anne Annette Annie Antonia Aoife Ashwini Asma Astrid Audrey Ayesha Aylin Aziza Barbara Beatrice Beatriz Benedetta Berta Bianca Birgit Blanca
Bogusława Brenda Bridget Brigitte Camila Camille Carla Carmen Carol Carolina Caroline Catherine Cecilia Chantal Charlotte Chiara Chioma Christina Christine
Ciara Claire Clara Claudia Comfort Cristina Cynthia Daniela Danielle Daria Deborah Delmy Denise Diana Dolores Dorothy Ebele Edith Eileen Ekaterina Elaine Eleanor
Elena Eleni Elif Elisa Elizabeth Ella Ellen Elsa Emily Emma Erika Esperanza Esther Eva Evelyn Fatima Fatma Fatou Faustine Fawzia Federica Fiona Florence Frances Francesca
Funmi Gabriela Gail Giulia Giorgia Gloria Grace Greta Hadiza Hannah Heather Heidi Helen Helena Helene Hilda Hilma Hillary Huda Ida Ilona Imelda Inês Inga Ingrid Irena Irene Irina Isabel
Isabella Isabelle Jacqueline Jana Jane Janet Jasmina Jasmine Jeanne Jennifer Jessica Joan Joanna Johanna Josephine Joyce Judith Julia Juliana Julie Kamala Karen Karin
Karolina Katarina Kate Katherine Kathleen Katja Katrin Kavita Keiko Khadija Kristina Lakshmi Latrice Laura Laxmi Leila Lena Leonor Leticia Leyla Liliana Lina Linda Lisa Litia Lois Lorena
Louise Lucia Lucy Ludmila Luisa Lyudmila Magdalena Malala Malgorzata Manuela Margaret Margarita Margot Maria María Mariam Marie Marina Marine Marta Martha Martina Mary Maryam
Matilda Meera Melanie Melissa Mercedes Meryem Michelle Mina Mira Miriam Monica Monika Nadia Nadine Naledi Nancy Naomi Natalia Natalie Natasha Nina Nkechi Nora Noura Olena Olga Olivia
Oksana Paola Patricia Paula Pauline Penelope Petra Philippa Pilar Polly Priya Priyanka Rachel Rania Rebecca Regina Renata Rhoda Rita Roberta Rosa Rosalind Rose Roxana Ruth
Sabine Sabrina Sadia Salma Samantha Sandra Sara Sarah Shabana Shakira Shannon Sheila Shirley Siobhan Silvia Simone Sofia Sonia Sophia Sophie Soraya Stella Stephanie Susan Susana Susanne
Svetlana Sylvia Tamara Tamika Tania Tasha Tatiana Teresa Tereza Theresa Tina Thandiwe Ursula Valentina Valeria Valerie Vanessa Vera Veronica Victoria Viktoria Violeta Virginia Wanjiru Wendy Yasmin
Yasmina Yolanda Yulia Yvonne Zahra Zainab Zeynep Zoe Zsuzsanna Zuzana`;

export const HE_NAMES = `
Aaron Abdul Abdullah Abdullahi Abel Abraham Adam Adnan Adrian Ahmad Ahmed Ahmet Akira Alan Albert Alberto Alejandro Aleksandar Aleksandr Alessandro Alexander Alexandre Alexei
Alfonso Alfred Ali Alistair Alvaro Amir Anand Anatoly Anders Andrew Andrey Andriy Andrzej Angus Anil Anthony Antoine Anton Antonio António Arjun Armando Arnold Arthur Arturo Arun
Asif Augustin Ayman Barack Bashar Ben Benjamin Bernard Bill Binyamin Bjorn Blagoja Bob Boris Brian Bruce Bruno Carl Carlo Carlos Cathal César Charles Chris Christopher Chukwuma Claudio Colin Craig
Daniel Daniele Darren Dave David Declan Denis Dennis Derek Diego Dieter Dmitri Dmitry Donald Douglas Duarte Duncan Ebo Eduardo Edward Edwin Elijah Emeka Emil Emmanuel Enrique Eric Ernest Ernesto Erik
Fabio Faisal Farid Felipe Felix Ferdinand Fernando Fiachra Florian Francesco Francisco Franco Frank Frederick Friedrich Gary Gavin Geoffrey Georg George Georgi Gerald Gerard Giorgi Giovanni Giuseppe
Gonzalo Gordon Graham Greg Gregory Grigory Guillermo Gustavo Hamid Hans Harold Harry Hassan Heinrich Helmut Henri Henry Herbert Hiroshi Howard Hugo Hussein Ian Ibrahim Igor Ilham Imran
Immanuel Ismail Ivan Jack Jacob Jacques Jaime James Jan Janez Javier Jeff Jeffrey Jens Jeremy Jerome Jim Joachim João Joe Joel Johan Johann John Jonas Jonathan Jorge José Josef Joseph Josphat Joshua Juan
Julio Jürgen Karl Keith Ken Kenneth Kenji Kevin Khaled Klaus Konrad Kwame Kwasi Lamine Lars Laurent Leo Leon Leonard Leonardo Levan Luca Lucas Luigi Luis Lukas Mahmoud Manuel Marc Marcel Marcelo Marco Marek Mario Mark Markus
Martin Mateo Matteo Matthew Matthias Maurice Max Maxim Mehmet Michael Michał Miguel Mikhail Milan Milos Miroslav Mohamed Mohammad Mohammed Moses Muhammad Mustafa Narendra Nasser Nathan Neil Nelson Nicolas Nigel
Nikola Nikolai Nils Noah Norman Oleg Oleksandr Oliver Olivier Omar Oscar Oskar Osei Otto Owen Pablo Paolo Patrick Paul Pavel Pedro Peter Philip Philippe Pierre Piotr Rahul Rajesh Ralph Ramón Raúl Raymond Recep
Reza Rezaul Ricardo Richard Rob Robert Roberto Rodrigo Roger Roland Roman Ronald Ruben Rupert Salman Salvador Samuel Santiago Satoshi Scott Sean Sebastian Serge Sergei Sergey Sergio Seth Shinzo Siaka Simon Slobodan
Stanimir Stefan Stephen Steve Steven Stuart Suleiman Takeshi Tariq Ted Teodor Terence Thabo Theodore Thomas Tiit Tigran Tim Timothy Tobias Todd Tom Tomasz Tony Ulrich Umberto Vadim Valery Vasily Viktor Vijay Vincent Vincenzo
Vladimir Vladislav Volodymyr Vuk Walter Wilhelm William Winston Wojciech Wolfgang Yasser Yerko Yuri Yusuf Zoran`;
